import type { Definition, FeeLine } from '../definition/definition-schema.ts';
import type { GroupField, SectionField, SimpleField, TableField } from '../definition/field-schema.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import type { Template } from '../expression/template.ts';
import type { ExprKind } from '../expression/types.ts';
import type { Env, Value } from '../expression/value.ts';
import type { Behaviour } from '../fields/behaviour.ts';
import type { Choices } from '../fields/choice-fields.ts';
import type { Messages } from '../words/messages.ts';

/** A condition, ready to run. */
export type Test = (env: Env) => boolean;

export type InfoDefinition = Extract<SimpleField, { type: 'info' }>;
export type SummaryDefinition = Extract<SimpleField, { type: 'summary' }>;
export type CalculatedDefinition = Extract<SimpleField, { type: 'calculated' }>;
export type InputDefinition = Exclude<SimpleField, InfoDefinition | SummaryDefinition | CalculatedDefinition>;

interface Common {
  readonly id: string;
  /** Where it stands in the definition: `pages[2].fields[1]`. */
  readonly place: string;
  readonly label: Template;
  readonly hint: Template | null;
  readonly help: Template | null;
  /** Whether it is shown, the sections around it included. */
  readonly condition: Test | null;
  /** The section that it stands in. */
  readonly section: FormSection | null;
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
  /** What a consent is for, and how it is withdrawn. */
  readonly consent: { readonly purpose: Template; readonly withdrawal: Template } | null;
}

export interface InfoField extends Common {
  readonly kind: 'info';
  readonly definition: InfoDefinition;
  readonly text: Template | null;
  readonly link: { readonly label: Template; readonly href: Template } | null;
}

/** Shows earlier answers once more. */
export interface SummaryPart extends Common {
  readonly kind: 'summary';
  readonly definition: SummaryDefinition;
}

export interface CalculatedField extends Common {
  readonly kind: 'calculated';
  readonly definition: CalculatedDefinition;
  readonly slot: number;
  readonly type: ExprKind;
  readonly run: (env: Env) => Value;
}

/** Where a section begins; its parts follow it and name it. */
export interface FormSection extends Common {
  readonly kind: 'section';
  readonly definition: SectionField;
  /** Holds whether the section is shown, so that its condition is worked out once. */
  readonly slot: number;
  readonly level: number;
}

export type RowField = InputField | InfoField | SummaryPart | CalculatedField | FormSection;

export interface RepeatedGroup extends Common {
  readonly kind: 'group';
  readonly definition: GroupField | TableField;
  /** Which group this is among those of the form, or of the row that it stands in. */
  readonly index: number;
  /** How many rows stand around its own rows. */
  readonly depth: number;
  readonly item: string;
  readonly min: number;
  readonly max: number;
  /** The titles of its rows, where they are given. */
  readonly fixed: readonly Template[] | null;
  readonly slots: number;
  /** How many groups each of its rows holds. */
  readonly groups: number;
  readonly fields: readonly FormField[];
}

export type FormField = RowField | RepeatedGroup;

export interface FormPage {
  readonly id: string;
  readonly index: number;
  /** The page of the definition that it belongs to; several, where each question has a page of its own. */
  readonly authored: string;
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
  /** The language that it speaks, and the engine's own words in it. */
  readonly language: string;
  readonly words: Messages;
  /** All languages that the form speaks, its own first. */
  readonly languages: readonly string[];
  /** How many texts are missing in this language and stand there in the form's own. */
  readonly untranslated: number;
  /** The same form in its other languages. */
  readonly translations: ReadonlyMap<string, Form>;
  readonly title: Template;
  readonly pages: readonly FormPage[];
  readonly pageIndex: ReadonlyMap<string, number>;
  readonly fee: { readonly note: Template | null; readonly lines: readonly FormFeeLine[] } | null;
  readonly slots: number;
  readonly groups: number;
}
