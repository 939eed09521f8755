import { evidenceLabel, ok, refuse } from '#kernel';
import { type Command, dayOfOption } from '#platform';
import { regelstandOn } from './domain/regel-on.ts';
import type { DutiesDeps } from './doors-deps.ts';

const date = { date: { type: 'string' } } as const;

export function ruleCommands(deps: DutiesDeps): readonly Command[] {
  const regeln = async () => (await deps.world()).duties.facts.regelwerk.regeln;
  return [
    {
      capability: 'duties.rules',
      name: 'rules',
      usage: '[--date JJJJ-MM-TT]',
      summary: 'Die Regeln der Zuständigkeit mit ihrem Stand an einem Tag',
      options: date,
      arity: [0, 0],
      run: async ({ values }) => {
        const day = dayOfOption(values, 'date', deps.clock.today());
        if (!day.ok) return day;
        const all = (await regeln()).map((regel) => ({ ...regel, stand: regelstandOn(regel, day.value) }));
        return ok({
          json: { date: day.value, regeln: all },
          text: all
            .map(
              ({ id, norm, evidenz, stand }) =>
                `${id.padEnd(34)}${evidenceLabel[evidenz].padEnd(16)}${stand.padEnd(12)}${norm}`,
            )
            .join('\n'),
        });
      },
    },
    {
      capability: 'duties.rule',
      name: 'rule',
      usage: '<Regel> [--date JJJJ-MM-TT]',
      summary: 'Eine Regel mit Norm und deren Wortlaut, Verteilung, Reichweite und ihrem Stand an einem Tag',
      options: date,
      arity: [1, 1],
      run: async ({ positionals, values }) => {
        const day = dayOfOption(values, 'date', deps.clock.today());
        if (!day.ok) return day;
        const regel = (await regeln()).find(({ id }) => id === positionals[0]);
        if (regel) {
          const wortlaut = await deps.wortlautOf(regel.norm);
          const answer = { ...regel, stand: regelstandOn(regel, day.value), wortlaut };
          return ok({ json: answer, text: JSON.stringify(answer, null, 2) });
        }
        return refuse({
          kind: 'not-found',
          code: 'DUTIES_RULE_UNKNOWN',
          message: `Die Regel „${positionals[0]}“ gibt es nicht. Alle zeigt: leitwerk rules`,
        });
      },
    },
  ];
}
