import type { SimpleField } from '../definition/field-schema.ts';
import { unknownType } from '../expression/types.ts';
import { bindBehaviour } from './bind-behaviour.ts';
import { compileChoices } from './compile-choices.ts';
import { complain, expression, optionalTemplate, template, test } from './compiler.ts';
import { type Declarations, declare } from './declarations.ts';
import type {
  CalculatedDefinition,
  CalculatedField,
  InfoDefinition,
  InfoField,
  InputDefinition,
  InputField,
  RowField,
  SummaryDefinition,
  SummaryPart,
} from './form.ts';
import { checkId, commonParts, namesAt, type Place, scopeAt } from './place.ts';

/** A part without parts of its own, proven and bound; it is declared for the places after it. */
export function compileField(place: Place, field: SimpleField): RowField {
  checkId(place, field.id);
  if (field.type === 'info') return infoField(place, field);
  if (field.type === 'summary') return summaryPart(place, field);
  return field.type === 'calculated' ? calculatedField(place, field) : inputField(place, field);
}

function inputField(place: Place, field: InputDefinition): InputField {
  const { compiler, at } = place;
  const common = commonParts(place, field);
  const before = scopeAt(place);
  const choices = compileChoices(place, field);
  const behaviour = bindBehaviour(place, field, before, choices);
  const required =
    typeof field.required === 'string'
      ? (test(compiler, `${at}.required`, field.required, before) ?? true)
      : (field.required ?? field.type !== 'consent');
  const slot = declare(namesAt(place), field.id, behaviour.type, behaviour.parts);
  const after = scopeAt(place);
  return {
    kind: 'input',
    ...common,
    definition: field,
    slot,
    behaviour,
    choices,
    required,
    requiredMessage: optionalTemplate(compiler, `${at}.messages.required`, field.messages?.required, after),
    invalidMessage: optionalTemplate(compiler, `${at}.messages.invalid`, field.messages?.invalid, after),
    checks: [...ownChecks(place, field), ...ruleChecks(place)],
    consent: consentOf(place, field),
  };
}

function consentOf(place: Place, field: InputDefinition): InputField['consent'] {
  if (field.type !== 'consent') return null;
  const { compiler, at } = place;
  const scope = scopeAt(place);
  return {
    purpose: template(compiler, `${at}.purpose`, field.purpose, scope),
    withdrawal: template(compiler, `${at}.withdrawal`, field.withdrawal, scope),
  };
}

function ownChecks(place: Place, field: InputDefinition): InputField['checks'] {
  const { compiler, at } = place;
  const scope = scopeAt(place);
  return (field.checks ?? []).map(({ holds, message }, index) => ({
    holds: test(compiler, `${at}.checks[${index}].holds`, holds, scope) ?? (() => true),
    message: template(compiler, `${at}.checks[${index}].message`, message, scope),
  }));
}

/** The machine rules of the definition that are checked at this field. */
function ruleChecks(place: Place): InputField['checks'] {
  const { compiler } = place;
  const scope = scopeAt(place);
  return (compiler.rules.get(place.path) ?? []).flatMap(({ place: at, rule }) => {
    const holds = test(compiler, `${at}.holds`, rule.holds, scope);
    const message = template(compiler, `${at}.message`, rule.message ?? escaped(rule.text), scope);
    return holds === null ? [] : [{ holds, message }];
  });
}

// The words of a rule are nobody's template.
function escaped(text: string): string {
  return text.replaceAll('{', '{{').replaceAll('}', '}}');
}

function infoField(place: Place, field: InfoDefinition): InfoField {
  const { compiler, at, declarations } = place;
  const scope = scopeAt(place);
  const link = field.link;
  if (link && !isSafeAddress(link.href, declarations)) {
    complain(
      compiler,
      `${at}.link.href`,
      'Ein Verweis beginnt mit https:// oder ist ein Parameter der Art url: {param.…}.',
    );
  }
  return {
    kind: 'info',
    ...commonParts(place, field),
    definition: field,
    text: optionalTemplate(compiler, `${at}.text`, field.text, scope),
    link: link
      ? {
          label: template(compiler, `${at}.link.label`, link.label, scope),
          href: template(compiler, `${at}.link.href`, link.href, scope),
        }
      : null,
  };
}

function isSafeAddress(href: string, declarations: Declarations): boolean {
  const name = /^\{param\.([A-Za-z0-9]+)\}$/.exec(href)?.[1];
  if (name === undefined) return href.startsWith('https://');
  return Object.hasOwn(declarations.parameters, name) && declarations.parameters[name]?.type === 'url';
}

function summaryPart(place: Place, field: SummaryDefinition): SummaryPart {
  if (place.group !== null)
    complain(
      place.compiler,
      place.at,
      'Eine Zusammenfassung steht auf der Seite selbst, nicht in einer Gruppe.',
    );
  return { kind: 'summary', ...commonParts(place, field), definition: field };
}

function calculatedField(place: Place, field: CalculatedDefinition): CalculatedField {
  const common = commonParts(place, field);
  const value = expression(place.compiler, `${place.at}.value`, field.value, scopeAt(place), null);
  const type = value?.type ?? unknownType;
  return {
    kind: 'calculated',
    ...common,
    definition: field,
    slot: declare(namesAt(place), field.id, type, undefined),
    type: type.kind,
    run: value?.run ?? (() => undefined),
  };
}
