import { addedFields, completeness, completenessAnswer, fieldValues, vollstaendigkeitText } from '#fields';
import { ok } from '#kernel';
import { type Command, dayOfOption, listOptions, listUsage } from '#platform';
import { contributionCommands } from './cli-contributions.ts';
import { moderationCommands } from './cli-moderation.ts';
import { feldwerteOf } from './loesung-art.ts';
import { artLabel, statusLabel } from './messages.ts';
import type { SolutionsDeps } from './solutions-deps.ts';
import { findLoesung } from './use-cases/find-loesung.ts';
import { foundLoesungen } from './views/found-loesungen.ts';
import { jsonOfFassung, jsonOfLoesung, jsonOfNutzung } from './views/loesung-json.ts';
import { tableFields } from './views/loesung-table.ts';
import { registerFilters } from './views/register-filters.ts';

const date = { date: { type: 'string' } } as const;

/** The register of Lösungen on the command line. */
export function solutionsCommands(deps: SolutionsDeps): readonly Command[] {
  return [listCommand(deps), showCommand(deps), ...contributionCommands(deps), ...moderationCommands(deps)];
}

function listCommand(deps: SolutionsDeps): Command {
  return {
    capability: 'solutions.list',
    name: 'loesungen',
    usage: `[--date JJJJ-MM-TT] [--bis JJJJ-MM-TT] ${listUsage(registerFilters)}`,
    summary: 'Das Register der Lösungen an einem Tag; „bis“ lässt nur, was bis dahin nutzbar ist',
    options: { ...date, bis: { type: 'string' }, ...listOptions(registerFilters) },
    arity: [0, 0],
    run: async ({ values }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const bis = dayOfOption(values, 'bis', null);
      if (!bis.ok) return bis;
      const found = await foundLoesungen(deps, { date: day.value, bis: bis.value }, values);
      if (!found.ok) return found;
      const rows = found.value.map(({ stand }) => stand);
      const lines = rows.map(
        ({ id, status, inhalt: { name, art, leistungen } }) =>
          `${id.padEnd(34)}${statusLabel[status].padEnd(16)}${artLabel[art].padEnd(18)}${name} (${leistungen.length} Leistungen)`,
      );
      return ok({
        json: { date: day.value, loesungen: rows.map(jsonOfLoesung) },
        text: lines.join('\n') || 'Keine Lösungen.',
      });
    },
  };
}

function showCommand(deps: SolutionsDeps): Command {
  return {
    capability: 'solutions.show',
    name: 'loesungen show',
    usage: '<Kennung> [--date JJJJ-MM-TT]',
    summary: 'Eine Lösung mit ihren Leistungen und Fassungen',
    options: date,
    arity: [1, 1],
    run: async ({ positionals, values, principal }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const found = findLoesung(await deps.register(), positionals[0] ?? '', day.value);
      if (!found.ok) return found;
      const { stand, loesung, aufgegangen } = found.value;
      const nutzung = (await deps.nutzung(principal, [stand.id])).get(stand.id);
      const lines = tableFields.flatMap(({ label, write }) => {
        const value = write(stand.inhalt);
        return value === '' ? [] : [`${label}: ${value}`];
      });
      const felder = await deps.felderOf(principal);
      const vollstaendigkeit = completeness(felder, feldwerteOf(stand.inhalt), day.value);
      const own = fieldValues(addedFields(felder), stand.inhalt.felder, day.value);
      const used = nutzung === undefined ? 'keine Angabe' : `${nutzung.kommunen} Kommunen`;
      return ok({
        json: {
          ...jsonOfLoesung(stand),
          aufgegangen,
          nutzung: jsonOfNutzung(nutzung),
          vollstaendigkeit: completenessAnswer(vollstaendigkeit),
          fassungen: loesung.fassungen.map(jsonOfFassung),
        },
        text: [
          ...lines,
          ...own.map(([label, value]) => `${label}: ${value}`),
          `Vollständig: ${vollstaendigkeitText(vollstaendigkeit)}`,
          `Genutzt: ${used}`,
          `Fassung: ${stand.fassung.nummer}`,
        ].join('\n'),
      });
    },
  };
}
