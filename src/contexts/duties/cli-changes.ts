import { addDays, formatLocalDate, ok } from '#kernel';
import { type Command, dayOfOption } from '#platform';
import { groessenklasseLabel } from './domain/groessenklasse.ts';
import type { DutiesDeps } from './doors-deps.ts';
import { answerDifference, type DifferenceAnswer } from './use-cases/answer-difference.ts';
import { answerWhatIf, type WhatIfAnswer } from './use-cases/answer-what-if.ts';
import { antwortText } from './views/antwort-text.ts';
import { differenceJson, whatIfJson } from './views/change-json.ts';

const day = { type: 'string' } as const;

/** What another status would move, and what changed between two days, on the command line. */
export function changeCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.what-if',
      name: 'what-if',
      usage: '<Gemeinde:Klasse> … [--date JJJJ-MM-TT]',
      summary: 'Welche Leistungen die Stelle wechselten, wenn Gemeinden eine andere Größenklasse hätten',
      options: { date: day },
      arity: [1, 400],
      run: async ({ positionals, values }) => {
        const date = dayOfOption(values, 'date', deps.clock.today());
        if (!date.ok) return date;
        const found = answerWhatIf(await deps.world(), positionals.join(','), date.value);
        return found.ok ? ok({ json: whatIfJson(found.value), text: whatIfText(found.value) }) : found;
      },
    },
    {
      capability: 'duties.differences',
      name: 'differences',
      usage: '<Kommune> [--from JJJJ-MM-TT] [--to JJJJ-MM-TT]',
      summary: 'Was sich für eine Kommune zwischen zwei Tagen geändert hat',
      options: { from: day, to: day },
      arity: [1, 6],
      run: async ({ positionals, values }) => {
        const to = dayOfOption(values, 'to', deps.clock.today());
        if (!to.ok) return to;
        const from = dayOfOption(values, 'from', addDays(to.value, -365));
        if (!from.ok) return from;
        const found = answerDifference(await deps.world(), positionals.join(' '), from.value, to.value);
        return found.ok
          ? ok({ json: differenceJson(found.value), text: differenceText(found.value) })
          : found;
      },
    },
  ];
}

function whatIfText({ date, aenderungen, bilanzen, paare, ohneGegenseite }: WhatIfAnswer): string {
  return [
    `Stand ${formatLocalDate(date)}`,
    ...aenderungen.map(
      ({ body, bisher, klasse }) =>
        `Angenommen: ${body.name} ${bisher === null ? 'ohne Beleg' : groessenklasseLabel[bisher]} → ${groessenklasseLabel[klasse]}`,
    ),
    `${paare.length} Paare wechseln, ${ohneGegenseite} ohne Gegenseite`,
    ...bilanzen.map(
      ({ body, gewinnt, verliert }) => `${body.ags.padEnd(9)}${body.name}: +${gewinnt} −${verliert}`,
    ),
  ].join('\n');
}

function differenceText({ body, von, bis, rows }: DifferenceAnswer): string {
  const head = `${body.name}: ${rows.length} Änderungen zwischen ${formatLocalDate(von)} und ${formatLocalDate(bis)}`;
  const lines = rows.map(
    ({ leistung, vorher, nachher }) =>
      `${leistung.id}  ${leistung.name}: ${antwortText(vorher)} → ${antwortText(nachher)}`,
  );
  return [head, ...lines].join('\n');
}
