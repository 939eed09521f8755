import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type LocalDate, parseLocalDate } from '#kernel';
import {
  descriptionList,
  errorOf,
  formatNumber,
  type Html,
  inputField,
  radioGroup,
  selectField,
  textareaField,
} from '#ui';
import { type Feld, giltAm } from '../domain/feld.ts';
import { type EigeneWerte, feldName } from '../domain/read-values.ts';

/** What a form shows beside the fields themselves. */
export interface FieldFormOptions {
  readonly werte: EigeneWerte;
  readonly day: LocalDate;
  readonly problems?: readonly FieldProblem[] | undefined;
}

/** Label, hint and duty of a field, for the control that its context builds: `inputField({ name, ...fieldTexts(feld) })`. */
export function fieldTexts(feld: Feld): {
  readonly label: string;
  readonly hint: string;
  readonly optional: boolean;
} {
  return { label: feld.label, hint: feld.tooltip, optional: !feld.pflicht };
}

/** The longer help of a field, which opens by click or key and needs no script; nothing where there is none. */
export function fieldHelp({ label, hilfe }: Pick<Feld, 'label' | 'hilfe'>): Html | '' {
  if (hilfe === '') return '';
  const paragraphs = hilfe
    .split(/\n{2,}/)
    .map((text) => html`<p class="kern-body kern-body--small">${text}</p>`);
  return html`<details class="lw-term"><summary class="lw-term__word">Hilfe zu „${label}“</summary><div class="lw-term__text kern-body kern-body--small">${paragraphs}</div></details>`;
}

/** The controls of fields in their order, each with hint and help; what ended and still holds a value stands below, to be read. */
export function fieldForm(felder: readonly Feld[], options: FieldFormOptions): Html {
  const current = felder.filter((feld) => giltAm(feld, options.day));
  const ended = felder.filter((feld) => !giltAm(feld, options.day) && options.werte[feld.key]);
  return html`${current.map((feld) => html`<div class="lw-stack">${control(feld, options)}${fieldHelp(feld)}</div>`)}${
    ended.length === 0
      ? ''
      : html`<p class="kern-body">Nicht mehr erfasst:</p>${descriptionList(ended.map((feld) => [feld.label, shownValue(feld, options.werte[feld.key] ?? '')]))}`
  }`;
}

/** Labels and values of the fields that say something, for pages that only show; a field that ended says so. */
export function fieldValues(felder: readonly Feld[], werte: EigeneWerte, day: LocalDate) {
  return felder
    .filter(({ key }) => werte[key])
    .map((feld): readonly [string, Html | string] => [
      giltAm(feld, day) ? feld.label : `${feld.label} (nicht mehr erfasst)`,
      shownValue(feld, werte[feld.key] ?? ''),
    ]);
}

function control(feld: Feld, { werte, problems }: FieldFormOptions): Html {
  const name = feldName(feld.key);
  const value = werte[feld.key] ?? '';
  const base = { name, ...fieldTexts(feld), value, error: errorOf(problems, name) };
  switch (feld.typ) {
    case 'text':
      return textareaField({ ...base, rows: 2, maxLength: 2000 });
    case 'zahl':
      return inputField({
        ...base,
        value: value.replace('.', ','),
        inputmode: 'decimal',
        width: 'medium',
        maxLength: 30,
      });
    case 'datum':
      return inputField({ ...base, type: 'date' });
    case 'link':
      return inputField({ ...base, type: 'url', maxLength: 2000 });
    case 'ja-nein':
      return radioGroup({ ...base, options: yesOrNo(feld.pflicht), horizontal: true });
    case 'auswahl':
      return selectField({ ...base, options: choices(feld, value) });
  }
}

/** Somebody who said yes or no by mistake can take it back where the field is optional. */
function yesOrNo(pflicht: boolean) {
  const both = [
    { value: 'ja', label: 'ja' },
    { value: 'nein', label: 'nein' },
  ];
  return pflicht ? both : [...both, { value: '', label: 'keine Angabe' }];
}

/** What can be chosen; a value that is no longer offered stays to choose while it is kept. */
function choices({ optionen }: Feld, value: string) {
  const offered = optionen.map(({ wert, label }) => ({ value: wert, label }));
  if (value === '' || offered.some((one) => one.value === value)) return offered;
  return [...offered, { value, label: `${value} (nicht mehr angeboten)` }];
}

/** A kept value as people read it. */
function shownValue({ typ, optionen }: Feld, value: string): Html | string {
  const day = typ === 'datum' ? parseLocalDate(value) : null;
  if (day?.ok) return formatLocalDate(day.value);
  if (typ === 'zahl') return decimal(value);
  if (typ === 'link' && /^https?:\/\//i.test(value))
    return html`<a class="kern-link" href="${value}" rel="noreferrer">${value}</a>`;
  return optionen.find(({ wert }) => wert === value)?.label ?? value;
}

/** „1.250,5“ of „1250.5“, digit by digit. */
function decimal(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = formatNumber(Number(whole));
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
