import type { Scope } from '../expression/scope.ts';
import type { Env, Value } from '../expression/value.ts';
import { addressField } from '../fields/address-field.ts';
import type { Behaviour } from '../fields/behaviour.ts';
import {
  type Choices,
  choiceField,
  declarationField,
  multichoiceField,
  yesnoField,
} from '../fields/choice-fields.ts';
import { dateField } from '../fields/date-field.ts';
import { fileField } from '../fields/file-field.ts';
import { ibanField } from '../fields/iban-field.ts';
import { moneyField, numberField } from '../fields/number-fields.ts';
import { plateField } from '../fields/plate-field.ts';
import { emailField, multilineField, phoneField, textField } from '../fields/text-fields.ts';
import { type Compiler, complain, expression } from './compiler.ts';
import type { InputDefinition } from './form.ts';

/** What this field does with its answers: the one place that knows all kinds of fields. */
export function bindBehaviour(
  compiler: Compiler,
  place: string,
  field: InputDefinition,
  scope: Scope,
  choices: Choices | null,
): Behaviour {
  switch (field.type) {
    case 'text':
      ordered(compiler, `${place}.minLength`, field.minLength, field.maxLength ?? 200);
      return textField(field);
    case 'multiline':
      return multilineField(field);
    case 'email':
      return emailField();
    case 'phone':
      return phoneField();
    case 'date':
      return dateField({
        from: bound(compiler, `${place}.from`, field.from, scope),
        to: bound(compiler, `${place}.to`, field.to, scope),
      });
    case 'number':
      ordered(compiler, `${place}.min`, field.min, field.max);
      return numberField(field);
    case 'money':
      ordered(compiler, `${place}.minCents`, field.minCents, field.maxCents);
      return moneyField(field);
    case 'yesno':
      return yesnoField();
    case 'choice':
      return choiceField(choices ?? none);
    case 'multichoice':
      return multichoiceField(choices ?? none);
    case 'address':
      return addressField();
    case 'iban':
      return ibanField();
    case 'plate':
      return plateField();
    case 'file':
      return fileField(field);
    case 'declaration':
      return declarationField();
  }
}

const none: Choices = { values: [], allows: () => false, visible: () => [], labelOf: (value) => value };

function ordered(
  compiler: Compiler,
  place: string,
  least: number | undefined,
  most: number | undefined,
): void {
  if (least === undefined || most === undefined || least <= most) return;
  complain(
    compiler,
    place,
    `Der kleinste Wert ${least} liegt über dem größten ${most}. Keine Antwort könnte passen.`,
  );
}

function bound(
  compiler: Compiler,
  place: string,
  source: string | undefined,
  scope: Scope,
): ((env: Env) => Value) | null {
  return source === undefined ? null : (expression(compiler, place, source, scope, ['date'])?.run ?? null);
}
