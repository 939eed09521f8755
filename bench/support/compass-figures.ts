import type { EngineFindings } from './compass-engine.ts';
import { type Figure, figureOf } from './figure.ts';

export const writesPerSecond = 20;

export function engineFigures(engine: EngineFindings): readonly Figure[] {
  const ms = engine.answers.map((answer) => answer.ms);
  const head = { unit: 'ms', shown: 'p95' } as const;
  return [
    figureOf(
      {
        ...head,
        id: 'compass.questions',
        what: `Questions about figures at 40 a second, ${writesPerSecond} statements a second written`,
        limit: 100,
      },
      ms,
      engine.errors,
    ),
    figureOf(
      {
        id: 'compass.memory',
        what: 'The most memory of the process that answers them',
        unit: 'MB',
        shown: 'max',
        limit: 400,
      },
      [engine.mostMb],
    ),
    figureOf({ id: 'compass.open', what: 'Opening the figures after a start', unit: 'ms', shown: 'max' }, [
      engine.openMs,
    ]),
    figureOf(
      { id: 'compass.held', what: 'Others had to wait meanwhile', unit: 'ms', shown: 'p99' },
      engine.heldMs,
    ),
    figureOf(
      {
        id: 'compass.new-day',
        what: 'Stand and duties of a day nobody asked for before',
        unit: 'ms',
        shown: 'max',
      },
      engine.newDayMs,
    ),
  ];
}

export function sqlFigures(
  times: readonly { readonly kind: string; readonly ms: number }[],
): readonly Figure[] {
  return [
    figureOf(
      { id: 'compass.sql', what: 'The same kinds of questions in SQL', unit: 'ms', shown: 'p95' },
      times.map(({ ms }) => ms),
    ),
  ];
}

type Timed = readonly { readonly kind: string; readonly ms: number }[];

/** Of each kind the median and the 95th of a hundred, beside the median in SQL and how many times longer that takes. */
export function byKind(answers: Timed, inSql: Timed) {
  const kinds = Map.groupBy(answers, ({ kind }) => kind);
  const sqlKinds = Map.groupBy(inSql, ({ kind }) => kind);
  return [...kinds].map(([kind, times]) => {
    const ours = figureOf(
      { id: kind, what: kind, unit: 'ms', shown: 'p95' },
      times.map(({ ms }) => ms),
    );
    const theirs = sqlKinds.get(kind)?.map(({ ms }) => ms);
    const sql = theirs ? figureOf({ id: kind, what: kind, unit: 'ms', shown: 'p50' }, theirs).p50 : null;
    return {
      kind,
      samples: ours.samples,
      p50: ours.p50,
      p95: ours.p95,
      sql,
      times: sql && Math.round(sql / ours.p50),
    };
  });
}
