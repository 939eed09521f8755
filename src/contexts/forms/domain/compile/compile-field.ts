import type { SimpleField } from '../definition/field-schema.ts';
import { reservedWords } from '../expression/compile-expression.ts';
import { unknownType } from '../expression/types.ts';
import { bindBehaviour } from './bind-behaviour.ts';
import { compileChoices } from './compile-choices.ts';
import { type Compiler, complain, expression, optionalTemplate, template, test } from './compiler.ts';
import { type Declarations, type DeclaredGroup, declare, scopeOf } from './declarations.ts';
import type {
  CalculatedDefinition,
  CalculatedField,
  InfoDefinition,
  InfoField,
  InputDefinition,
  InputField,
  RowField,
} from './form.ts';

/** A field on a page or in a group's row, proven and bound; it is declared for the places after it. */
export function compileField(
  compiler: Compiler,
  place: string,
  field: SimpleField,
  declarations: Declarations,
  group: DeclaredGroup | null,
): RowField {
  checkId(compiler, place, field.id, group ?? declarations);
  if (field.type === 'info') return infoField(compiler, place, field, declarations, group);
  if (field.type === 'calculated') return calculatedField(compiler, place, field, declarations, group);
  return inputField(compiler, place, field, declarations, group);
}

export function checkId(
  compiler: Compiler,
  place: string,
  id: string,
  declared: { readonly fields: ReadonlyMap<string, unknown>; readonly groups?: ReadonlyMap<string, unknown> },
): void {
  if (reservedWords.has(id))
    complain(
      compiler,
      `${place}.id`,
      `„${id}“ ist ein Wort der Formularsprache. Wählen Sie einen anderen Namen.`,
    );
  if (declared.fields.has(id) || declared.groups?.has(id)) {
    complain(compiler, `${place}.id`, `„${id}“ gibt es schon. Geben Sie jedem Feld einen eigenen Namen.`);
  }
}

function commonParts(
  compiler: Compiler,
  place: string,
  field: SimpleField,
  declarations: Declarations,
  group: DeclaredGroup | null,
): Pick<InfoField, 'id' | 'label' | 'hint' | 'condition'> {
  const scope = scopeOf(declarations, group);
  return {
    id: field.id,
    label: template(compiler, `${place}.label`, field.label, scope),
    hint: optionalTemplate(compiler, `${place}.hint`, field.hint, scope),
    condition: test(compiler, `${place}.condition`, field.condition, scope),
  };
}

function inputField(
  compiler: Compiler,
  place: string,
  field: InputDefinition,
  declarations: Declarations,
  group: DeclaredGroup | null,
): InputField {
  const common = commonParts(compiler, place, field, declarations, group);
  const before = scopeOf(declarations, group);
  const choices =
    field.type === 'choice' || field.type === 'multichoice'
      ? compileChoices(compiler, `${place}.options`, field.options, declarations, group)
      : null;
  const behaviour = bindBehaviour(compiler, place, field, before, choices);
  const required =
    typeof field.required === 'string'
      ? (test(compiler, `${place}.required`, field.required, before) ?? true)
      : (field.required ?? true);
  const slot = declare(group ?? declarations, field.id, behaviour.type, behaviour.parts);
  const after = scopeOf(declarations, group);
  return {
    kind: 'input',
    ...common,
    definition: field,
    slot,
    behaviour,
    choices,
    required,
    requiredMessage: optionalTemplate(
      compiler,
      `${place}.messages.required`,
      field.messages?.required,
      after,
    ),
    invalidMessage: optionalTemplate(compiler, `${place}.messages.invalid`, field.messages?.invalid, after),
    checks: (field.checks ?? []).map(({ holds, message }, index) => ({
      holds: test(compiler, `${place}.checks[${index}].holds`, holds, after) ?? (() => true),
      message: template(compiler, `${place}.checks[${index}].message`, message, after),
    })),
  };
}

function infoField(
  compiler: Compiler,
  place: string,
  field: InfoDefinition,
  declarations: Declarations,
  group: DeclaredGroup | null,
): InfoField {
  const scope = scopeOf(declarations, group);
  const link = field.link;
  if (link && !isSafeAddress(link.href, declarations)) {
    complain(
      compiler,
      `${place}.link.href`,
      'Ein Verweis beginnt mit https:// oder ist ein Parameter der Art url: {param.…}.',
    );
  }
  return {
    kind: 'info',
    ...commonParts(compiler, place, field, declarations, group),
    definition: field,
    text: optionalTemplate(compiler, `${place}.text`, field.text, scope),
    link: link
      ? {
          label: template(compiler, `${place}.link.label`, link.label, scope),
          href: template(compiler, `${place}.link.href`, link.href, scope),
        }
      : null,
  };
}

function isSafeAddress(href: string, declarations: Declarations): boolean {
  const name = /^\{param\.([A-Za-z0-9]+)\}$/.exec(href)?.[1];
  if (name === undefined) return href.startsWith('https://');
  return Object.hasOwn(declarations.parameters, name) && declarations.parameters[name]?.type === 'url';
}

function calculatedField(
  compiler: Compiler,
  place: string,
  field: CalculatedDefinition,
  declarations: Declarations,
  group: DeclaredGroup | null,
): CalculatedField {
  const common = commonParts(compiler, place, field, declarations, group);
  const value = expression(compiler, `${place}.value`, field.value, scopeOf(declarations, group), null);
  const type = value?.type ?? unknownType;
  return {
    kind: 'calculated',
    ...common,
    definition: field,
    slot: declare(group ?? declarations, field.id, type, undefined),
    type: type.kind,
    run: value?.run ?? (() => undefined),
  };
}
