import type { InputDefinition } from '../compile/form.ts';
import type { Choice } from '../fields/choice-fields.ts';
import type { Json } from '../json.ts';
import type { AnswerSection } from './answer-document.ts';

interface Shown {
  /** The name in the form: `hunde.0.chip`. */
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly help: string | null;
  /** Not shown for these answers, but it may be for others that are typed on the same page. */
  readonly dormant: boolean;
}

export interface InputModel extends Shown {
  readonly kind: 'input';
  readonly definition: InputDefinition;
  readonly required: boolean;
  readonly answer: Json | undefined;
  /** What can be chosen now; empty for fields without choices. */
  readonly choices: readonly Choice[];
  /** The choices that resemble what was typed, where it is none of them. */
  readonly near: readonly Choice[];
  /** The places of a typed postcode, for an address. */
  readonly cities: readonly string[];
  /** What a consent is for, and how it is withdrawn. */
  readonly consent: { readonly purpose: string; readonly withdrawal: string } | null;
  /** Where the answer comes from, in words, where the person did not type it. */
  readonly origin: string | null;
}

export interface InfoModel extends Shown {
  readonly kind: 'info';
  readonly style: 'text' | 'info' | 'warning';
  readonly text: string | null;
  readonly link: { readonly label: string; readonly href: string } | null;
}

export interface SummaryModel extends Shown {
  readonly kind: 'summary';
  readonly sections: readonly AnswerSection[];
}

export interface CalculatedModel extends Shown {
  readonly kind: 'calculated';
  readonly value: string;
}

/** Parts under one heading. */
export interface SectionModel extends Shown {
  readonly kind: 'section';
  readonly level: number;
  readonly fields: readonly FieldModel[];
}

export interface GroupModel extends Shown {
  readonly kind: 'group';
  readonly item: string;
  readonly display: 'rows' | 'table';
  /** How many groups stand around it. */
  readonly depth: number;
  readonly rows: readonly {
    readonly key: string;
    readonly title: string;
    readonly fields: readonly FieldModel[];
  }[];
  readonly canAdd: boolean;
  readonly canRemove: boolean;
}

export type LeafModel = InputModel | InfoModel | SummaryModel | CalculatedModel;

export type FieldModel = LeafModel | SectionModel | GroupModel;

/** All parts without parts of their own, in their order. */
export function leavesOf(fields: readonly FieldModel[]): readonly LeafModel[] {
  return fields.flatMap((field) => {
    if (field.kind === 'section') return leavesOf(field.fields);
    return field.kind === 'group' ? field.rows.flatMap((row) => leavesOf(row.fields)) : [field];
  });
}
