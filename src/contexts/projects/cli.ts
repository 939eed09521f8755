import { formatLocalDate, ok, refuse } from '#kernel';
import {
  type Command,
  type CommandInput,
  commandUsage,
  dayOfOption,
  listOptions,
  listUsage,
} from '#platform';
import { writeCommands } from './cli-write.ts';
import { phasen } from './domain/phase.ts';
import { fristLabel, projektphaseLabel, tageText, terminLabel } from './messages.ts';
import type { ProjectsDeps } from './projects-deps.ts';
import { leadOf } from './use-cases/actors.ts';
import { nachschlagOf } from './use-cases/nachschlag.ts';
import { radarTage, readFristen } from './use-cases/read-fristen.ts';
import { readProjektdetail } from './use-cases/read-projekt.ts';
import { readZeitplan, usualBegin } from './use-cases/zeitplan.ts';
import { detailAnswer, fristAnswer, projektAnswer, zeitplanAnswer } from './views/answers.ts';
import { foundProjekte } from './views/found-projekte.ts';
import { projektfilter } from './views/list-filters.ts';

const text = { type: 'string' } as const;
const readOptions = { date: text, anbieter: text } as const;

/** This context on the command line; with `--anbieter` the operator reads as that house. */
export function projectsCommands(deps: ProjectsDeps): readonly Command[] {
  return [
    listCommand(deps),
    showCommand(deps),
    timetableCommand(deps),
    deadlinesCommand(deps),
    ...writeCommands(deps),
  ];
}

/** The operator, or the house that it names. */
async function readerOf(deps: ProjectsDeps, { principal, values }: CommandInput) {
  if (typeof values.anbieter !== 'string') return ok(principal);
  const lead = await leadOf(deps, principal, values.anbieter);
  return lead.ok ? ok({ ...principal, tenant: lead.value.anbieter.tenant }) : lead;
}

function listCommand(deps: ProjectsDeps): Command {
  return {
    capability: 'projects.list',
    name: 'projekte',
    usage: `[--date JJJJ-MM-TT] [--anbieter <Name>] ${listUsage(projektfilter)}`,
    summary: 'Alle Umsetzungsprojekte, wie sie an einem Tag bekannt und geplant waren',
    options: { ...readOptions, ...listOptions(projektfilter) },
    arity: [0, 0],
    run: async (input) => {
      const day = dayOfOption(input.values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const reader = await readerOf(deps, input);
      if (!reader.ok) return reader;
      const found = await foundProjekte(deps, reader.value, day.value, input.values);
      if (!found.ok) return found;
      const projekte = found.value.map(projektAnswer);
      const lines = projekte.map(
        ({ id, phase, inhalt, interessierte }) =>
          `${id.padEnd(32)}${projektphaseLabel[phase].padEnd(29)}${inhalt.titel} (${interessierte} interessiert)`,
      );
      return ok({ json: { projekte }, text: lines.join('\n') || 'Keine Projekte.' });
    },
  };
}

function showCommand(deps: ProjectsDeps): Command {
  return {
    capability: 'projects.show',
    name: 'projekt',
    usage: '<Kennung> [--date JJJJ-MM-TT] [--anbieter <Name>]',
    summary: 'Ein Umsetzungsprojekt mit Phasen, Verzug und früheren Plänen',
    options: readOptions,
    arity: [1, 1],
    run: async (input) => {
      const day = dayOfOption(input.values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const reader = await readerOf(deps, input);
      if (!reader.ok) return reader;
      const detail = await readProjektdetail(deps, reader.value, input.positionals[0] ?? '', day.value);
      if (!detail.ok) return detail;
      const json = detailAnswer(detail.value);
      const plans = json.plaene.map(
        ({ phase, termin, tage }) =>
          `- ${projektphaseLabel[phase]}, ${terminLabel[termin]}: ${tage.map(({ tag }) => tag ?? 'zurückgenommen').join(' → ')}`,
      );
      const late = json.verzug ? `, ${tageText(json.verzug.tage, json.verzug.offen)}` : '';
      const head = `${json.inhalt.titel}: ${projektphaseLabel[json.phase]}${late}, ${json.interessierte} interessiert`;
      return ok({ json, text: [head, ...plans].join('\n') });
    },
  };
}

function timetableCommand(deps: ProjectsDeps): Command {
  return {
    capability: 'projects.timetable',
    name: 'projekte timetable',
    usage: '[--from JJJJ-MM-TT] [--phase <Phase>] [--themenfeld <Name|Nummer>] [--date JJJJ-MM-TT]',
    summary: 'Geplante und tatsächliche Phasen über 24 Monate',
    options: { date: text, from: text, phase: text, themenfeld: text },
    arity: [0, 0],
    run: async ({ values, principal }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const from = dayOfOption(values, 'from', usualBegin(day.value));
      if (!from.ok) return from;
      const phase = phasen.find((each) => each === values.phase) ?? null;
      if (typeof values.phase === 'string' && phase === null)
        return refuse(
          commandUsage(`Die Phase „${values.phase}“ gibt es nicht. Phasen: ${phasen.join(', ')}.`),
        );
      const { themenfeldId } = nachschlagOf(await deps.catalogue());
      const zeilen = await readZeitplan(deps, principal, {
        day: day.value,
        from: from.value,
        phase,
        themenfeldId: typeof values.themenfeld === 'string' ? (themenfeldId(values.themenfeld) ?? 0) : null,
      });
      const json = zeitplanAnswer(zeilen, from.value);
      const days = (stretch: { from: string; to: string | null } | null) =>
        stretch ? `${stretch.from}–${stretch.to ?? ''}` : '–';
      const lines = json.zeilen.map(
        ({ titel, phase: of, geplant, tatsaechlich }) =>
          `${titel}: ${projektphaseLabel[of]}, geplant ${days(geplant)}, tatsächlich ${days(tatsaechlich)}`,
      );
      return ok({ json, text: lines.join('\n') || 'In diesem Zeitraum ist nichts geplant.' });
    },
  };
}

function deadlinesCommand(deps: ProjectsDeps): Command {
  return {
    capability: 'projects.deadlines',
    name: 'projekte deadlines',
    usage: '[--date JJJJ-MM-TT] [--anbieter <Name>]',
    summary: `Förderfristen der nächsten ${radarTage} Tage`,
    options: readOptions,
    arity: [0, 0],
    run: async (input) => {
      const day = dayOfOption(input.values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const reader = await readerOf(deps, input);
      if (!reader.ok) return reader;
      const fristen = await readFristen(deps, reader.value, day.value);
      const lines = fristen.map(
        ({ projekt, art, am, versaeumt }) =>
          `${formatLocalDate(am)}  ${fristLabel[art]}${versaeumt ? ' (versäumt)' : ''}: ${projekt.titel}`,
      );
      return ok({
        json: { tage: radarTage, fristen: fristen.map(fristAnswer) },
        text: lines.join('\n') || `Keine Frist in den nächsten ${radarTage} Tagen.`,
      });
    },
  };
}
