import { html } from 'hono/html';
import { button, checkboxField, form, inputField, narrowPart, selectField, textLink } from '#ui';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { alleTeile, type Choice, sichtbareKommunen, sichtbareTeile } from './choices.ts';
import { addressOf } from './zahlen-route.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
}

/** The form with which one narrows a question: day, Kommune, class, Kreis, Themenfeld, least Reifegrad, duties only. */
export function umfangForm(
  frage: GestellteFrage,
  action: string,
  further: readonly Field[] = [],
  given: URLSearchParams = frage.parameters,
) {
  const { umfang, parameters } = frage;
  const choices = [...further, ...choicesOf(frage)];
  const inForm = new Set(['datum', 'pflicht', ...choices.map(({ name }) => name)]);
  const rest = [...parameters].filter(([name]) => !inForm.has(name));
  const value = (name: string) => given.get(name) ?? '';
  return form(
    { action, method: 'get', label: 'Auswahl', hidden: Object.fromEntries(rest) },
    html`${narrowPart({
      label: 'Auswählen, was zählt',
      chosen: chosenIn(given, choices),
      body: html`<div class="lw-inline-form">${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: umfang.datum })}${choices.map(
        ({ name, label, options }) =>
          selectField({
            name,
            label,
            options: withGiven(options, value(name)),
            value: value(name),
            placeholder: further.some((each) => each.name === name) ? null : 'alle',
          }),
      )}${checkboxField({ name: 'pflicht', label: 'auch, was keine Pflicht ist', value: 'alle', checked: !umfang.nurPflichten })}${button('Anzeigen', { kind: 'secondary' })}</div>`,
    })}${restNotice(frage, action, rest)}`,
  );
}

function chosenIn(given: URLSearchParams, choices: readonly Field[]): number {
  return [...choices.map(({ name }) => name), 'pflicht'].filter((name) => given.has(name)).length;
}

function choicesOf(frage: GestellteFrage): readonly Field[] {
  return [
    { name: 'kommune', label: 'Kommune', options: sichtbareKommunen(frage) },
    { name: 'klasse', label: 'Größenklasse', options: sichtbareTeile(frage, 'klasse') },
    { name: 'kreis', label: 'Kreis', options: sichtbareTeile(frage, 'kreis') },
    { name: 'themenfeld', label: 'Themenfeld', options: alleTeile(frage, 'themenfeld') },
    {
      name: 'mindestens',
      label: 'Reifegrad 1.1 mindestens',
      options: ['1', '2', '3', '4'].map((stufe) => ({ value: stufe, label: `Stufe ${stufe}` })),
    },
  ].filter(({ options, name }) => options.length > 1 || frage.parameters.has(name));
}

/** What the address says stays in the form, also several values or one that is not offered. */
function withGiven(options: readonly Choice[], given: string): readonly Choice[] {
  if (given === '' || options.some(({ value }) => value === given)) return options;
  return [{ value: given, label: given }, ...options];
}

function restNotice(
  { parameters }: GestellteFrage,
  action: string,
  rest: readonly (readonly [string, string])[],
) {
  if (rest.length === 0) return '';
  const without = new URLSearchParams(parameters);
  for (const [name] of rest) without.delete(name);
  const said = rest.map(([name, value]) => `${name}: ${value}`).join('; ');
  return html`<p class="kern-body kern-body--small">Außerdem eingeschränkt auf ${said}. ${textLink(addressOf(action, without), 'Einschränkung aufheben')}</p>`;
}
