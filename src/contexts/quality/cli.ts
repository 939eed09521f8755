import { ok } from '#kernel';
import type { Command } from '#platform';
import { isBroken } from './domain/link.ts';
import type { QualityDeps } from './doors-deps.ts';
import { ergebnisText, levelsOf } from './messages.ts';
import { findRow } from './use-cases/find-row.ts';
import { kommuneFor } from './use-cases/kommune-for.ts';
import { jsonOfDetail, jsonOfLink, jsonOfRow } from './views/json.ts';

const most = 50;

/** How well texts are, on the command line. */
export function qualityCommands(deps: QualityDeps): readonly Command[] {
  return [listCommand(deps), showCommand(deps), linkCommand(deps)];
}

function listCommand(deps: QualityDeps): Command {
  return {
    capability: 'quality.liste',
    name: 'textqualitaet',
    usage: '<Kommune> [--zustaendig selbst|andere|offen]',
    summary: 'Wie gut die Leistungen einer Kommune beschrieben sind, die schwächsten zuerst',
    options: { zustaendig: { type: 'string' } },
    arity: [1, 1],
    run: async ({ positionals, values, principal }) => {
      const kommune = await kommuneFor(deps, principal, positionals[0] ?? '');
      if (!kommune.ok) return kommune;
      const rows = (await deps.reader.rows(kommune.value))
        .filter(({ zustaendig }) => values.zustaendig === undefined || zustaendig === values.zustaendig)
        .toSorted((a, b) => a.punkte - b.punkte);
      const lines = rows
        .slice(0, most)
        .map(
          (row) =>
            `${String(row.punkte).padStart(3)}  ${row.leistung.id}  ${row.leistung.name} (${levelsOf(row).join(', ')})`,
        );
      const text = [...lines, `${rows.length} Leistungen`].join('\n');
      return ok({ json: { gesamt: rows.length, leistungen: rows.map(jsonOfRow) }, text });
    },
  };
}

function showCommand(deps: QualityDeps): Command {
  return {
    capability: 'quality.leistung',
    name: 'textqualitaet zeigen',
    usage: '<Kommune> <Leistung>',
    summary: 'Die Punkte einer Leistung mit ihren Gründen',
    arity: [2, 2],
    run: async ({ positionals, principal }) => {
      const kommune = await kommuneFor(deps, principal, positionals[0] ?? '');
      if (!kommune.ok) return kommune;
      const found = await findRow(deps, kommune.value, positionals[1] ?? '');
      if (!found.ok) return found;
      const { leistung, punkte, kriterien } = found.value;
      const lines = kriterien.map(
        (each) =>
          `${String(each.punkte).padStart(3)} von ${String(each.von).padStart(2)}  ${each.label}: ${each.grund}`,
      );
      return ok({
        json: jsonOfDetail(found.value),
        text: [`${leistung.name}: ${punkte} von 100 Punkten`, ...lines].join('\n'),
      });
    },
  };
}

function linkCommand(deps: QualityDeps): Command {
  return {
    capability: 'quality.links',
    name: 'textlinks',
    usage: '<Kommune> [--fehler]',
    summary: 'Die Links in Texten und Onlinediensten, und was ihre letzte Prüfung ergab',
    options: { fehler: { type: 'boolean' } },
    arity: [1, 1],
    run: async ({ positionals, values, principal }) => {
      const kommune = await kommuneFor(deps, principal, positionals[0] ?? '');
      if (!kommune.ok) return kommune;
      const rows = (await deps.reader.links(kommune.value)).filter(
        (row) => values.fehler !== true || isBroken(row),
      );
      const lines = rows
        .slice(0, most)
        .map(
          ({ link, leistung, ergebnis, status }) =>
            `${ergebnisText(ergebnis, status).padEnd(24)}${link}  (${leistung.name})`,
        );
      const text = [...lines, `${rows.length} Links`].join('\n');
      return ok({ json: { gesamt: rows.length, links: rows.map(jsonOfLink) }, text });
    },
  };
}
