import { html } from 'hono/html';
import { accordion, fieldset } from '#ui';
import { type Phase, phasen } from '../domain/phase.ts';
import type { Terminfeld } from '../felder/feldnamen.ts';
import { projektphaseLabel } from '../messages.ts';
import { date, type FormOptions, text } from './form-fields.ts';

/** The days of all phases, each phase to be opened; those that have something stand open. */
export function phases(options: FormOptions) {
  return fieldset(
    'Phasen',
    phasen.map((phase) =>
      accordion({
        title: projektphaseLabel[phase],
        open: phaseHasSomething(options, phase),
        body: html`<div class="lw-stack">${row(options, phase, 'planBeginn', 'planEnde')}${row(
          options,
          phase,
          'istBeginn',
          'istEnde',
        )}${text(options, `${phase}.bemerkung`)}</div>`,
      }),
    ),
    {
      hint: 'Geplantes und Tatsächliches stehen getrennt. Das Projekt steht in der letzten Phase, die tatsächlich begonnen hat; ein verstrichener Plan ändert daran nichts.',
    },
  );
}

/** Begin and end side by side: planned, and below it what happened. */
function row(options: FormOptions, phase: Phase, from: Terminfeld, to: Terminfeld) {
  return html`<div class="lw-inline-form">${date(options, `${phase}.${from}`)}${date(options, `${phase}.${to}`)}</div>`;
}

function phaseHasSomething({ felder, problems }: FormOptions, phase: string): boolean {
  const own = (name: string) => name.startsWith(`${phase}.`);
  return (
    problems.some(({ field }) => own(field)) ||
    Object.entries(felder).some(([name, value]) => own(name) && value !== '')
  );
}
