import { evidenceGrades, evidenceLabel, formatLocalDate, ok } from '#kernel';
import { type Command, dayOfOption } from '#platform';
import { breiteLabel, breiten } from './domain/coverage.ts';
import { groessenklassen } from './domain/groessenklasse.ts';
import { openReasonLabel } from './domain/verdict.ts';
import type { DutiesDeps } from './doors-deps.ts';
import {
  type CoverageAnswer,
  coverageAnswer,
  openLeistungen,
  readSeed,
} from './use-cases/answer-coverage.ts';
import { coverageJson, openJson } from './views/coverage-json.ts';

const text = { type: 'string' } as const;

/** How much of the communal catalogue the rules decide, on the command line. */
export function coverageCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.coverage',
      name: 'rules coverage',
      usage: '[--date JJJJ-MM-TT] [--seed <Zahl>]',
      summary: 'Wie viel die Regeln entscheiden, nach Beleg und Breite, mit zwanzig Einschätzungen zum Lesen',
      options: { date: text, seed: text },
      arity: [0, 0],
      run: async ({ values }) => {
        const date = dayOfOption(values, 'date', deps.clock.today());
        if (!date.ok) return date;
        const seed = readSeed(typeof values.seed === 'string' ? values.seed : null);
        const answer = coverageAnswer(await deps.world(), date.value, seed);
        return ok({ json: coverageJson(answer), text: coverageText(answer) });
      },
    },
    {
      capability: 'duties.open',
      name: 'rules open',
      usage: '[--date JJJJ-MM-TT]',
      summary: 'Leistungen des kommunalen Katalogs, über die etwas offen ist',
      options: { date: text },
      arity: [0, 0],
      run: async ({ values }) => {
        const date = dayOfOption(values, 'date', deps.clock.today());
        if (!date.ok) return date;
        const leistungen = openLeistungen(await deps.world(), date.value).map(openJson);
        const lines = leistungen.map(
          ({ id, themenfeld, reason, name }) => `${id}  ${themenfeld.padEnd(34)}${reason.padEnd(28)}${name}`,
        );
        return ok({ json: { date: date.value, leistungen }, text: lines.join('\n') || 'Nichts ist offen.' });
      },
    },
  ];
}

function coverageText({ date, figures, themen, seed, sample }: CoverageAnswer): string {
  const share = (part: number, whole: number) =>
    `${part} von ${whole} (${whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1).replace('.', ',')} %`})`;
  return [
    `Stand ${formatLocalDate(date)}: entschieden ${share(figures.decided, figures.total)}`,
    ...evidenceGrades.map(
      (grade) => `  ${evidenceLabel[grade]}: ${share(figures.byGrade[grade], figures.decided)}`,
    ),
    'Breite der Regel:',
    ...breiten.map((breite) => `  ${breiteLabel[breite]}: ${figures.byBreite[breite]}`),
    'Offen:',
    ...[...figures.byOpen].map(([code, count]) => `  ${openReasonLabel[code]}: ${count}`),
    'Themenfelder:',
    ...themen.map(({ name, figures: own }) => `  ${name}: ${share(own.decided, own.total)}`),
    `Stichprobe ${seed} der Einschätzungen:`,
    ...sample.map(
      ({ leistung, regel }) =>
        `  ${leistung.id} ${leistung.name}: ${groessenklassen.map((klasse) => regel.verteilung[klasse]).join('')}${regel.stelle ? ` ${regel.stelle}` : ''}; ${regel.norm} (${regel.id})`,
    ),
  ].join('\n');
}
