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
import { agsField, bicField, pensionIdField, plzField, taxIdField, urlField } from '../fields/key-fields.ts';
import { locationField } from '../fields/location-field.ts';
import { nameField } from '../fields/name-field.ts';
import { moneyField, numberField } from '../fields/number-fields.ts';
import { plateField } from '../fields/plate-field.ts';
import { searchable } from '../fields/search-choices.ts';
import { emailField, multilineField, phoneField, textField } from '../fields/text-fields.ts';
import { datetimeField, partialDateField, periodField, timeField, yearField } from '../fields/time-fields.ts';
import { compilePattern } from '../pattern/pattern.ts';
import type { Messages } from '../words/messages.ts';
import { complain, expression } from './compiler.ts';
import type { InputDefinition } from './form.ts';
import type { Place } from './place.ts';

interface Binding {
  readonly place: Place;
  readonly words: Messages;
  readonly scope: Scope;
  readonly choices: Choices;
}

type Binder<T extends InputDefinition['type']> = (
  binding: Binding,
  field: Extract<InputDefinition, { type: T }>,
) => Behaviour;

type Binders = { readonly [T in InputDefinition['type']]: Binder<T> };

/** What each kind of field does with its answers: the one place that knows them all. */
const binders: Binders = {
  text: ({ place, words }, field) => {
    ordered(place, 'minLength', field.minLength, field.maxLength ?? 200);
    return textField(words, field, patternOf(place, field.pattern));
  },
  multiline: ({ words }, field) => multilineField(words, field),
  email: ({ words }) => emailField(words),
  phone: ({ words }) => phoneField(words),
  url: ({ words }) => urlField(words),
  name: ({ words }, field) => nameField(words, field.parts),
  address: ({ words }, field) => addressField(words, field),
  iban: ({ words }) => ibanField(words),
  bic: ({ words }) => bicField(words),
  plate: ({ words }) => plateField(words),
  taxId: ({ words }) => taxIdField(words),
  pensionId: ({ words }) => pensionIdField(words),
  ags: ({ words }) => agsField(words),
  plz: ({ words }) => plzField(words),
  date: (binding, field) => dateField(binding.words, boundsOf(binding, field)),
  partialDate: ({ words }, field) => partialDateField(words, field.known ?? 'year'),
  time: ({ words }) => timeField(words),
  datetime: (binding, field) => datetimeField(binding.words, boundsOf(binding, field)),
  period: (binding, field) =>
    periodField(binding.words, { ...boundsOf(binding, field), open: field.open ?? false }),
  year: ({ place, words }, field) => {
    ordered(place, 'min', field.min, field.max);
    return yearField(words, field);
  },
  number: ({ place, words }, field) => {
    ordered(place, 'min', field.min, field.max);
    return numberField(words, field);
  },
  money: ({ place, words }, field) => {
    ordered(place, 'minCents', field.minCents, field.maxCents);
    return moneyField(words, field);
  },
  yesno: ({ words }) => yesnoField(words),
  choice: ({ words, choices }) => choiceField(words, choices),
  multichoice: ({ place, words, choices }, field) => {
    ordered(place, 'minCount', field.minCount, field.maxCount);
    return multichoiceField(words, choices, field);
  },
  country: ({ words, choices }) => choiceField(words, choices),
  nationality: ({ words, choices }) => multichoiceField(words, choices, {}),
  file: ({ words }, field) => fileField(words, field),
  location: ({ words }) => locationField(words),
  declaration: ({ words }) =>
    declarationField(words, { given: words.confirmed, notGiven: words.notConfirmed }),
  consent: ({ words }) => declarationField(words, { given: words.consented, notGiven: words.notConsented }),
};

/** Binds a field to what its kind does. */
export function bindBehaviour<T extends InputDefinition['type']>(
  place: Place,
  field: Extract<InputDefinition, { type: T }>,
  scope: Scope,
  choices: Choices | null,
): Behaviour {
  const type: T = field.type;
  const bind: Binder<T> = binders[type];
  return bind({ place, words: place.compiler.words, scope, choices: choices ?? none }, field);
}

const none: Choices = searchable([]);

function ordered(
  { compiler, at }: Place,
  name: string,
  least: number | undefined,
  most: number | undefined,
): void {
  if (least === undefined || most === undefined || least <= most) return;
  complain(
    compiler,
    `${at}.${name}`,
    `Der kleinste Wert ${least} liegt über dem größten ${most}. Keine Antwort könnte passen.`,
  );
}

function patternOf({ compiler, at }: Place, source: string | undefined): ((text: string) => boolean) | null {
  if (source === undefined) return null;
  const pattern = compilePattern(source);
  if (pattern.ok) return pattern.matches;
  complain(compiler, `${at}.pattern`, `Zeichen ${pattern.at + 1}: ${pattern.message}`);
  return null;
}

function boundsOf(
  { place, scope }: Binding,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): { readonly from: ((env: Env) => Value) | null; readonly to: ((env: Env) => Value) | null } {
  const bound = (name: string, source: string | undefined): ((env: Env) => Value) | null =>
    source === undefined
      ? null
      : (expression(place.compiler, `${place.at}.${name}`, source, scope, ['date'])?.run ?? null);
  return { from: bound('from', from), to: bound('to', to) };
}
