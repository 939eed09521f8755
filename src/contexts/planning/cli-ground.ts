import { z } from 'zod';
import { ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  commandJson,
  commandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import { bulkCommands } from './cli-bulk.ts';
import { measureCommands } from './cli-measures.ts';
import { plannerCommand } from './cli-parts.ts';
import { formatTage } from './domain/tage.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { grundlage, teamSchema, vorlageSchema } from './shapes.ts';
import { capacityOwnerOf } from './use-cases/actors.ts';
import { saveTeam, teamsFor } from './use-cases/save-team.ts';
import { saveVorlage, vorlagenOf } from './use-cases/save-vorlage.ts';
import { teamAnswer, vorlageAnswer } from './views/answers.ts';

/** Teams, templates and Massnahmen on the command line. */
export function groundCommands(deps: PlanningDeps): readonly Command[] {
  return [...teamCommands(deps), ...templateCommands(deps), ...measureCommands(deps), ...bulkCommands(deps)];
}

function teamCommands(deps: PlanningDeps): readonly Command[] {
  return [
    {
      capability: 'planning.teams',
      name: 'planung teams',
      usage: organisationUsage,
      summary: 'Teams oder Fachbereiche mit ihren Personentagen',
      options: organisationOption,
      arity: [0, 0],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const owner = await capacityOwnerOf(deps, principal);
          if (!owner.ok) return owner;
          const teams = await teamsFor(deps, owner.value);
          const lines = teams.map(
            ({ id, name, monatlich }) => `${id}  ${name}: ${formatTage(monatlich)} im Monat`,
          );
          return ok({
            json: { teams: teams.map(teamAnswer) },
            text: lines.join('\n') || 'Noch keine Teams.',
          });
        }),
    },
    {
      capability: 'planning.team.save',
      name: 'planung team save',
      usage: `<Datei.json> [<Team>] ${organisationUsage}`,
      summary: 'Ein Team angeben oder ändern; die Datei hat „inhalt“ und, beim Ändern, „grundlage“',
      options: organisationOption,
      arity: [1, 2],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const owner = await capacityOwnerOf(deps, principal);
          if (!owner.ok) return owner;
          const [path = '', id = null] = input.positionals;
          const body = await commandJson(path, z.strictObject({ grundlage, inhalt: teamSchema }));
          if (!body.ok) return body;
          const saved = await saveTeam(deps, owner.value, { id, ...body.value });
          return commandOutput(saved, (team) => `${team.name} steht in Fassung ${team.fassung}.`, teamAnswer);
        }),
    },
  ];
}

function templateCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.templates',
        name: 'planung aufwaende',
        usage: '',
        summary: 'Aufwandsvorlagen je Art der Maßnahme',
        arity: [0, 0],
      },
      async (planner) => {
        const vorlagen = await vorlagenOf(deps, planner);
        return ok({
          json: { vorlagen: vorlagen.map(vorlageAnswer) },
          text: vorlagen.map(({ id, name }) => `${id}  ${name}`).join('\n') || 'Noch keine Vorlage.',
        });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.template.save',
        name: 'planung aufwand save',
        usage: '<Kennung> <Datei.json>',
        summary:
          'Eine Aufwandsvorlage anlegen oder ändern; die Datei hat „inhalt“ und, beim Ändern, „grundlage“',
        arity: [2, 2],
      },
      async (planner, { positionals: [id = '', path = ''] }) => {
        const body = await commandJson(path, z.strictObject({ grundlage, inhalt: vorlageSchema }));
        if (!body.ok) return body;
        const saved = await saveVorlage(deps, planner, { id, ...body.value });
        return commandOutput(
          saved,
          ({ name, fassung }) => `${name} steht in Fassung ${fassung}.`,
          vorlageAnswer,
        );
      },
    ),
  ];
}
