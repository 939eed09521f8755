import { strict as assert } from 'node:assert';
import { performance } from 'node:perf_hooks';
import { type Figure, figureOf } from './support/figure.ts';
import { filled, shownCount } from './support/form-engines/data.ts';
import type { FormEngine, PreparedForm } from './support/form-engines/engine.ts';
import { formIo } from './support/form-engines/form-io.ts';
import { leitwerk } from './support/form-engines/leitwerk.ts';
import { type FormSpec, largeForm, smallForm } from './support/form-engines/spec.ts';
import { surveyJs } from './support/form-engines/survey-js.ts';
import { report } from './support/report.ts';

/**
 * One form, the same answers and the same planted errors, on the server, one engine after the other in one process: evaluating and
 * validating it, and making it ready from the text of its definition. Each run's errors are counted against those that were planted.
 */

const plantedErrors = 15;

interface Work {
  readonly id: string;
  readonly what: string;
  readonly spec: FormSpec;
  readonly limit: number;
  readonly compileLimit: number | null;
  readonly turns: Readonly<Record<'own' | 'other', number>>;
}

const works: readonly Work[] = [
  {
    id: 'small',
    what: '100 fields with 100 rules',
    spec: smallForm,
    limit: 0.3,
    compileLimit: null,
    turns: { own: 2_000, other: 200 },
  },
  {
    id: 'large',
    what: '300 fields with 300 rules and 200 rows of 6 fields',
    spec: largeForm,
    limit: 3,
    compileLimit: 30,
    turns: { own: 500, other: 12 },
  },
];

await report('forms', 'Form engines', async () => {
  const figures: Figure[] = [];
  const shown: Record<string, number> = {};
  for (const work of works) {
    shown[work.id] = shownCount(work.spec, filled(work.spec, 0, 0).values);
    for (const engine of [leitwerk, formIo, surveyJs]) figures.push(...figuresOf(engine, work));
  }
  return { figures, details: { plantedErrors, shownOfFirst: shown } };
});

function figuresOf(engine: FormEngine, work: Work): Figure[] {
  const form = engine.prepare(work.spec);
  const isOwn = engine === leitwerk;
  const turns = isOwn ? work.turns.own : work.turns.other;
  const head = (part: string, what: string, limit: number | null) => ({
    id: `forms.${work.id}.${part}.${engine.name.split(' ')[0]?.toLowerCase() ?? ''}`,
    what: `${engine.name}: ${what}`,
    unit: 'ms' as const,
    shown: 'p50' as const,
    ...(isOwn && limit !== null ? { limit } : {}),
  });
  return [
    figureOf(
      head('right', `evaluating and validating ${work.what}, all right`, work.limit),
      runs(form, work, turns, 0),
    ),
    figureOf(
      head('wrong', `the same with ${plantedErrors} errors`, work.limit),
      runs(form, work, turns, plantedErrors),
    ),
    figureOf(
      head('compile', `making the form of ${work.what} ready`, work.compileLimit),
      compiles(form, isOwn ? 60 : 12),
    ),
  ];
}

/** Every turn's answers differ; a turn that finds other errors than were planted ends the benchmark. */
function runs(form: PreparedForm, { spec }: Work, turns: number, errors: number): readonly number[] {
  const times: number[] = [];
  const warm = Math.ceil(turns / 4);
  for (let turn = 0; turn < turns + warm; turn += 1) {
    const answers = filled(spec, turn, errors);
    const run = form.answersOf(answers);
    const before = performance.now();
    const found = run();
    const time = performance.now() - before;
    assert.deepEqual([...new Set(found)].toSorted(), answers.wrong.toSorted());
    if (turn >= warm) times.push(time);
  }
  return times;
}

function compiles({ compile }: PreparedForm, turns: number): readonly number[] {
  return Array.from({ length: turns }, () => {
    const before = performance.now();
    compile();
    return performance.now() - before;
  });
}
