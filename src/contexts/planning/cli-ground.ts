import { basename } from 'node:path';
import { z } from 'zod';
import { ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  commandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import { fileOf, jsonOf, plannerCommand } from './cli-parts.ts';
import { formatTage } from './domain/tage.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { massnahmeSchema, teamSchema, vorlageSchema } from './shapes.ts';
import { capacityOwnerOf } from './use-cases/actors.ts';
import { bestandOf } from './use-cases/grundlage.ts';
import { applyImport, beginImport, previewImport } from './use-cases/import-massnahmen.ts';
import { proposals, takeOver } from './use-cases/proposals.ts';
import { saveMassnahme } from './use-cases/save-massnahme.ts';
import { saveTeam, teamsFor } from './use-cases/save-team.ts';
import { saveVorlage, vorlagenOf } from './use-cases/save-vorlage.ts';
import { massnahmeAnswer, teamAnswer, vorlageAnswer } from './views/answers.ts';

const grundlage = z.int().min(0).default(0);
const flag = { type: 'boolean' } as const;

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
          const body = await jsonOf(path, z.strictObject({ grundlage, inhalt: teamSchema }));
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
        const body = await jsonOf(path, z.strictObject({ grundlage, inhalt: vorlageSchema }));
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

function measureCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.measures',
        name: 'planung massnahmen',
        usage: '',
        summary: 'Alle Maßnahmen',
        arity: [0, 0],
      },
      async (planner) => {
        const { massnahmen } = await bestandOf(deps, planner);
        const lines = massnahmen.map(
          ({ id, inhalt }) =>
            `${id}  ${inhalt.titel}: ${inhalt.kommunen.length} Kommunen, Gewicht ${inhalt.gewicht}`,
        );
        return ok({
          json: { massnahmen: massnahmen.map(massnahmeAnswer) },
          text: lines.join('\n') || 'Noch keine Maßnahme.',
        });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.measure.save',
        name: 'planung massnahme save',
        usage: '<Kennung> <Datei.json>',
        summary: 'Eine Maßnahme anlegen oder ändern; die Datei hat „inhalt“ und, beim Ändern, „grundlage“',
        arity: [2, 2],
      },
      async (planner, { positionals: [id = '', path = ''] }) => {
        const schema = z.strictObject({
          grundlage,
          inhalt: massnahmeSchema,
          beendet: z.boolean().default(false),
        });
        const body = await jsonOf(path, schema);
        if (!body.ok) return body;
        const saved = await saveMassnahme(deps, planner, { id, ...body.value, herkunft: 'hand' });
        return commandOutput(
          saved,
          ({ inhalt, fassung }) => `${inhalt.titel} steht in Fassung ${fassung}.`,
          massnahmeAnswer,
        );
      },
    ),
  ];
}

function bulkCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.measures.import',
        name: 'planung massnahmen import',
        usage: '<Datei> [--yes]',
        options: { yes: flag },
        summary: 'Maßnahmen aus einer Tabelle: ohne --yes nur die Vorschau',
        arity: [1, 1],
      },
      async (planner, { positionals: [path = ''], values }) => {
        const bytes = await fileOf(path);
        if (!bytes.ok) return bytes;
        const begun = await beginImport(deps, planner, { name: basename(path), bytes: bytes.value });
        if (!begun.ok) return begun;
        const go = values.yes === true ? applyImport : previewImport;
        const found = await go(deps, planner, begun.value);
        if (!found.ok) return found;
        const lines = found.value.zeilen.map(
          ({ zeile, kennung, art, fehler }) => `Zeile ${zeile}: ${kennung} ${art} ${fehler.join(' ')}`,
        );
        const end =
          values.yes === true
            ? 'Die guten Zeilen sind übernommen.'
            : 'Nichts geändert. Mit --yes wird übernommen.';
        return ok({
          json: { uebernommen: values.yes === true, ...found.value },
          text: [...lines, end].join('\n'),
        });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.measures.from-demand',
        name: 'planung bedarf',
        usage: '[--vorlage <Kennung>]',
        options: { vorlage: { type: 'string' } },
        summary: 'Was Kommunen brauchen und noch keine Maßnahme ist; mit --vorlage wird alles übernommen',
        arity: [0, 0],
      },
      async (planner, { values }, principal) => {
        const all = await proposals(deps, planner, principal);
        if (typeof values.vorlage === 'string') {
          const made = await takeOver(deps, planner, all, values.vorlage);
          return commandOutput(
            made,
            (ids) => `${ids.length} Maßnahmen angelegt.`,
            (ids) => ({ massnahmen: ids }),
          );
        }
        const lines = all.map(
          ({ titel, kommunen, gewicht }) => `${titel}: ${kommunen.length} Kommunen, Gewicht ${gewicht}`,
        );
        return ok({ json: { vorschlaege: all }, text: lines.join('\n') || 'Nichts zu übernehmen.' });
      },
    ),
  ];
}
