import { html } from 'hono/html';
import { evidenceGrades, evidenceLabel, type FieldProblem } from '#kernel';
import {
  button,
  buttonRow,
  checkboxField,
  errorOf,
  errorSummary,
  fieldset,
  form,
  inputField,
  linkButton,
  radioGroup,
  selectField,
  textareaField,
} from '#ui';
import { groessenklasseLabel, groessenklassen } from '../../domain/groessenklasse.ts';
import { verteilungswerte } from '../../domain/regel.ts';
import { wertLabel } from '../wert-label.ts';

export interface RuleFormOptions {
  /** Where the form goes: the rule that changes, or the list for a new one. */
  readonly action: string;
  readonly back: string;
  readonly csrfToken: string;
  readonly values: URLSearchParams;
  readonly problems: readonly FieldProblem[];
  readonly isNew: boolean;
}

/** Problems come by the names of the file's format; the form names its fields flat. */
const fieldByPath: Readonly<Record<string, string>> = {
  'reichweite.ozgIds.0': 'ozgId',
  'reichweite.objekte.0': 'objekt',
  reichweite: 'ozgId',
  verteilung: 'kreisfreie-stadt',
  'quellen.0.title': 'quelle',
  'quellen.0.url': 'quelleUrl',
  quellen: 'quelle',
  regel: 'begruendung',
};

/** The form in which somebody changes a rule or writes a new one. */
export function ruleForm({ action, back, csrfToken, values, problems: given, isNew }: RuleFormOptions) {
  const problems = given.map(({ field, message }) => ({ field: formField(field), message }));
  const field = (name: string) => ({ name, value: values.get(name) ?? '', error: errorOf(problems, name) });
  return html`${errorSummary(problems)}${form(
    { action, csrfToken, label: isNew ? 'Neue Regel' : 'Regel ändern' },
    html`
      ${isNew ? inputField({ ...field('id'), label: 'Kennung', hint: 'Kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel hundehaltung-anzeige.' }) : ''}
      ${inputField({ ...field('aufgabe'), label: 'Aufgabe', maxLength: 200, width: 'full' })}
      ${inputField({ ...field('norm'), label: 'Norm', hint: 'Gesetz und Paragraph, der die Stelle zuständig macht.', maxLength: 300, width: 'full' })}
      ${fieldset('Welche Leistungen?', reachFields(field), { hint: 'Eine OZG-Leistung oder ein Objekt, oder einzelne Leistungen. Die engere Regel geht vor.' })}
      ${fieldset('Wer nimmt die Aufgabe wahr?', spreadFields(field))}
      ${fieldset('Beleg', sourceFields(field))}
      ${fieldset('Geltung', validityFields(field, values))}
      ${textareaField({ ...field('bemerkung'), label: 'Bemerkung', optional: true, rows: 3, maxLength: 1000 })}
      ${textareaField({ ...field('begruendung'), label: 'Warum schlagen Sie das vor?', hint: 'Eine zweite Person entscheidet anhand Ihrer Begründung.', rows: 3, maxLength: 1000 })}
      ${buttonRow(
        button('Wirkung zeigen', { name: 'aktion', value: 'vorschau', kind: 'secondary' }),
        button('Vorschlagen', { name: 'aktion', value: 'vorschlagen' }),
        linkButton('Abbrechen', back, { kind: 'tertiary' }),
      )}`,
  )}`;
}

function formField(path: string): string {
  const known = fieldByPath[path] ?? fieldByPath[path.replace(/\.\d+$/, '')];
  if (known !== undefined) return known;
  if (/^reichweite\.(schluessel|leistungen)/.test(path)) return 'einzelne';
  if (path.startsWith('reichweite.verrichtungen')) return 'verrichtungen';
  return path.startsWith('verteilung.') ? path.slice('verteilung.'.length) : path;
}

type Field = (name: string) => {
  readonly name: string;
  readonly value: string;
  readonly error: string | null;
};

function reachFields(field: Field) {
  return html`
    ${inputField({ ...field('ozgId'), label: 'OZG-Leistung', hint: 'Fünf Ziffern', inputmode: 'numeric', optional: true, width: 'narrow' })}
    ${inputField({ ...field('objekt'), label: 'LeiKa-Objekt', hint: 'Die ersten acht Ziffern des Schlüssels', inputmode: 'numeric', optional: true, width: 'narrow' })}
    ${inputField({ ...field('verrichtungen'), label: 'Nur diese Verrichtungen', hint: 'Je drei Ziffern (Stellen 9 bis 11), mit Leerzeichen getrennt', optional: true })}
    ${textareaField({ ...field('einzelne'), label: 'Einzelne Leistungen', hint: 'LeiKa-Schlüssel oder eigene Nummern, mit Leerzeichen getrennt', optional: true, rows: 2 })}`;
}

function spreadFields(field: Field) {
  const options = verteilungswerte.map((value) => ({ value, label: wertLabel[value] }));
  return html`${groessenklassen.map((klasse) => selectField({ ...field(klasse), label: groessenklasseLabel[klasse], options }))}
    ${inputField({ ...field('stelle'), label: 'Stelle', hint: 'Nur bei „Land“ und „andere Stelle“: ihr Name', optional: true, maxLength: 200 })}`;
}

function sourceFields(field: Field) {
  return html`
    ${inputField({ ...field('quelle'), label: 'Quelle', maxLength: 500, width: 'full' })}
    ${inputField({ ...field('quelleUrl'), type: 'url', label: 'Adresse der Quelle', optional: true, width: 'full' })}
    ${radioGroup({ ...field('evidenz'), label: 'Wie gut ist sie?', options: evidenceGrades.map((value) => ({ value, label: evidenceLabel[value] })) })}`;
}

function validityFields(field: Field, values: URLSearchParams) {
  return html`
    ${inputField({ ...field('gueltigVon'), type: 'date', label: 'Gilt ab', optional: true })}
    ${inputField({ ...field('gueltigBis'), type: 'date', label: 'Gilt bis einschließlich', optional: true })}
    ${checkboxField({ name: 'nachfolgeGeprueft', label: 'Ich habe gelesen, was nach dem Ende gilt', checked: values.get('nachfolgeGeprueft') === 'ja' })}
    ${checkboxField({ name: 'ohneVorbehalte', label: 'Vorbehalte der Regel aufheben', checked: values.get('ohneVorbehalte') === 'ja' })}`;
}
