import { evidenceLabel, formatLocalDate, ok, refuse } from '#kernel';
import { type Command, type CommandInput, dayOfOption } from '#platform';
import { ruleCommands } from './cli-rules.ts';
import { chainStepLabel, type VerdictWord, verdictWords } from './domain/verdict.ts';
import type { DutiesDeps } from './doors-deps.ts';
import {
  answerCompetence,
  answerDuties,
  answerDuty,
  type DutyAnswer,
  type DutyListAnswer,
} from './use-cases/answer-duties.ts';
import { overviewOf } from './use-cases/overview-of.ts';

const date = { date: { type: 'string' } } as const;

/** The duties on the command line. */
export function dutyCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.list',
      name: 'duties',
      usage: '<Kommune> [--date JJJJ-MM-TT] [--urteil <Ergebnis>]',
      summary: 'Was eine Kommune schuldet: jede Leistung mit ihrem Ergebnis',
      options: { ...date, urteil: { type: 'string' } },
      arity: [1, 6],
      run: (input) => listDuties(deps, input),
    },
    {
      capability: 'duties.explain',
      name: 'duty',
      usage: '<Kommune> <LeiKa-Schlüssel|Nummer> [--date JJJJ-MM-TT]',
      summary: 'Warum eine Kommune eine Leistung schuldet oder nicht',
      options: date,
      arity: [2, 8],
      run: async ({ positionals, values }) => {
        const day = dayOfOption(values, 'date', deps.clock.today());
        if (!day.ok) return day;
        const body = positionals.slice(0, -1).join(' ');
        const answer = answerDuty(await deps.world(), body, positionals.at(-1) ?? '', day.value);
        return answer.ok ? ok({ json: answer.value, text: dutyText(answer.value) }) : answer;
      },
    },
    {
      capability: 'duties.competence',
      name: 'competence',
      usage: '<LeiKa-Schlüssel|Nummer> [--date JJJJ-MM-TT]',
      summary: 'Wer in jeder Körperschaft für eine Leistung zuständig ist',
      options: date,
      arity: [1, 1],
      run: async ({ positionals, values }) => {
        const day = dayOfOption(values, 'date', deps.clock.today());
        if (!day.ok) return day;
        const answer = answerCompetence(await deps.world(), positionals[0] ?? '', day.value);
        if (!answer.ok) return answer;
        const lines = answer.value.kommunen.map(
          ({ ags, name, verdict, stelle }) =>
            `${ags.padEnd(9)}${verdict.padEnd(18)}${name}${stelle && stelle !== name ? ` → ${stelle}` : ''}`,
        );
        return ok({ json: answer.value, text: lines.join('\n') });
      },
    },
    overviewCommand(deps),
    ...ruleCommands(deps),
  ];
}

async function listDuties(deps: DutiesDeps, { positionals, values }: CommandInput) {
  const day = dayOfOption(values, 'date', deps.clock.today());
  if (!day.ok) return day;
  const answer = answerDuties(await deps.world(), positionals.join(' '), day.value);
  if (!answer.ok) return answer;
  const wanted = values.urteil;
  if (wanted !== undefined && !verdictWords.includes(wanted as VerdictWord))
    return refuse(unknownVerdict(String(wanted)));
  const leistungen = answer.value.leistungen.filter(
    ({ verdict }) => wanted === undefined || verdict === wanted,
  );
  return ok({ json: { ...answer.value, leistungen }, text: listText({ ...answer.value, leistungen }) });
}

function overviewCommand(deps: DutiesDeps): Command {
  return {
    capability: 'duties.overview',
    name: 'overview',
    usage: '[--date JJJJ-MM-TT]',
    summary: 'Alle Körperschaften mit ihren Zahlen, und wie viel entschieden ist',
    options: date,
    arity: [0, 0],
    run: async ({ values, principal }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const world = await deps.world();
      const ags = (await deps.circleOf(principal)) ?? world.duties.facts.bodies.map((body) => body.ags);
      const { rows, total } = overviewOf(world, ags, day.value);
      const kommunen = rows.map(({ body, klasse, statistics }) => ({
        ags: body.ags,
        name: body.name,
        klasse,
        ...statistics,
      }));
      const lines = kommunen.map(
        ({ ags: key, name, decided, pairs, byVerdict }) =>
          `${key.padEnd(9)}${name.padEnd(34)} entschieden ${decided}/${pairs}, selbst ${byVerdict.selbst}, offen ${byVerdict.offen}`,
      );
      const grades = Object.entries(total.decidedByGrade).map(
        ([grade, count]) => `${evidenceLabel[grade as keyof typeof evidenceLabel]} ${count}`,
      );
      return ok({
        json: { date: day.value, total, kommunen },
        text: [
          ...lines,
          `Zusammen entschieden ${total.decided} von ${total.pairs}: ${grades.join(', ')}`,
        ].join('\n'),
      });
    },
  };
}

function listText({ kommune, date: day, katalogstand, leistungen }: DutyListAnswer): string {
  const head = `${kommune.name} (${kommune.ags}), Stand ${formatLocalDate(day)}, Katalog ${formatLocalDate(katalogstand)}, ${leistungen.length} Leistungen`;
  const lines = leistungen.map(
    ({ id, leika, verdict, name }) => `${id}  ${leika ?? '–'.padEnd(14)}  ${verdict.padEnd(16)}  ${name}`,
  );
  return [head, ...lines].join('\n');
}

function dutyText(answer: DutyAnswer): string {
  const head = `${answer.name}\n${answer.kommune.name}, Stand ${formatLocalDate(answer.date)}: ${answer.verdict}${answer.stelle ? ` (${answer.stelle.name})` : ''}`;
  const open = answer.offen ? `\nOffen: ${answer.offen.label}. ${answer.offen.text}` : '';
  const achsen = `\nRegelung: ${answer.regelung ?? 'nicht belegt'}; Vollzug: ${answer.verdict}, ${answer.herkunft.text}`;
  const links = answer.reasons.map(
    ({ step, text, source, evidence }) =>
      `\n- ${chainStepLabel[step]}: ${text}\n  ${evidence}; Quelle: ${source?.title ?? 'ohne Angabe'}`,
  );
  const acts = answer.gemeinden
    ? `\nHandelt für ${answer.gemeinden.handeltFuer.length} Gemeinden: ${answer.gemeinden.handeltFuer.join(' ')}`
    : '';
  return `${head}${achsen}${open}${links.join('')}${acts}`;
}

function unknownVerdict(word: string) {
  return {
    kind: 'invalid',
    code: 'DUTIES_VERDICT_UNKNOWN',
    message: `„${word}“ ist kein Ergebnis. Möglich sind: ${verdictWords.join(', ')}.`,
  } as const;
}
