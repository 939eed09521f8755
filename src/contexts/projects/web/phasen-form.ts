import { html } from 'hono/html';
import { accordion, fieldset } from '#ui';
import { phasen } from '../domain/phase.ts';
import { phaseLabel } from '../messages.ts';
import { date, type FormOptions, text } from './form-fields.ts';

/** The days of all phases, each phase to be opened; those that have something stand open. */
export function phases(options: FormOptions) {
  return fieldset(
    'Phasen',
    phasen.map((phase) =>
      accordion({
        title: phaseLabel[phase],
        open: phaseHasSomething(options, phase),
        body: html`<div class="lw-stack">${date(options, `${phase}.planBeginn`, `${phaseLabel[phase]}: geplant von`)}${date(
          options,
          `${phase}.planEnde`,
          `${phaseLabel[phase]}: geplant bis`,
        )}${date(options, `${phase}.istBeginn`, `${phaseLabel[phase]}: tatsächlich von`)}${date(
          options,
          `${phase}.istEnde`,
          `${phaseLabel[phase]}: tatsächlich bis`,
        )}${text(options, `${phase}.bemerkung`)}</div>`,
      }),
    ),
    {
      hint: 'Geplantes und Tatsächliches stehen getrennt. Das Projekt steht in der letzten Phase, die tatsächlich begonnen hat; ein verstrichener Plan ändert daran nichts.',
    },
  );
}

function phaseHasSomething({ felder, problems }: FormOptions, phase: string): boolean {
  const own = (name: string) => name.startsWith(`${phase}.`);
  return (
    problems.some(({ field }) => own(field)) ||
    Object.entries(felder).some(([name, value]) => own(name) && value !== '')
  );
}
