import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Actor, Command, Database, ImportOutcome } from '#platform';
import { areaOf, germanyArea, type ReferenceArea, referenceAreas } from './areas.ts';
import { type PreviewJson, previewJson, tableLabel, totalOf } from './preview-json.ts';
import { referenceState } from './state.ts';

/** What the commands of the import door need. */
export interface ReferenceCommandDeps {
  readonly db: Database;
  /** The data that the product ships. */
  readonly dataFolder: string;
}

interface Planned {
  readonly area: ReferenceArea;
  readonly folder: string;
  readonly preview: PreviewJson;
}

/** The commands of the import door. */
export function referenceCommands(deps: ReferenceCommandDeps): Command[] {
  return [importCommand(deps), stateCommand(deps)];
}

function importCommand({ db, dataFolder }: ReferenceCommandDeps): Command {
  return {
    capability: 'reference.import',
    name: 'import',
    usage: '<Ordner|Datei|germany> [--yes]',
    summary:
      'Referenzdaten einlesen: zeigt, was sich ändern würde; mit --yes wird es übernommen. „germany“ lädt die übrigen Gemeinden Deutschlands',
    options: { yes: { type: 'boolean' } },
    arity: [1, 1],
    run: async ({ positionals, values, principal, say }) => {
      const places = placesOf(positionals[0] ?? '', dataFolder);
      if (!places.ok) return places;
      const planned = await planAll(db, places.value);
      if (!planned.ok) return planned;
      if (values.yes !== true) return ok(shown(planned.value));
      say('Die Daten sind geprüft und werden übernommen.');
      return applyAll(db, principal.actor, planned.value);
    },
  };
}

function stateCommand({ db }: ReferenceCommandDeps): Command {
  return {
    capability: 'reference.state',
    name: 'referenzdaten',
    usage: '',
    summary: 'Welche Referenzdaten geladen sind: Fassung, Stand, Lizenz, Zeilen',
    arity: [0, 0],
    run: async () => {
      const bereiche = await referenceState(db);
      const lines = bereiche.flatMap(({ label, fassung, stand, saetze }) => [
        fassung === null
          ? `${label}: nicht geladen`
          : `${label}: Fassung ${fassung}, Stand ${stand ?? 'unbekannt'}`,
        ...saetze.map(
          (satz) => `  ${satz.titel}: ${satz.zeilen} Zeilen, Stand ${satz.stand}, ${satz.lizenz}`,
        ),
      ]);
      return ok({ json: { bereiche }, text: lines.join('\n') });
    },
  };
}

interface Place {
  readonly area: ReferenceArea;
  readonly folder: string;
}

/** The areas that a word names: „germany“, a folder of folders, the folder of one area, or a file in it. */
function placesOf(word: string, dataFolder: string): Result<readonly Place[]> {
  const germany = areaOf(germanyArea);
  if (word === 'germany' && germany) return ok([{ area: germany, folder: dataFolder }]);
  const path = resolve(word);
  if (!existsSync(path)) return refuse(nothingThere(word));
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const own = referenceAreas.find((area) => area.folder === basename(folder));
  if (own) return ok([{ area: own, folder: dirname(folder) }]);
  const within = referenceAreas.filter((area) => !area.onDemand && existsSync(join(folder, area.folder)));
  return within.length > 0 ? ok(within.map((area) => ({ area, folder }))) : refuse(nothingThere(word));
}

function nothingThere(word: string): Refusal {
  const folders = referenceAreas.map(({ folder }) => folder).join(', ');
  return {
    kind: 'not-found',
    code: 'REFERENCE_FOLDER_UNKNOWN',
    message: `In „${word}“ liegen keine Referenzdaten. Erwartet ist ein Ordner mit ${folders}, einer dieser Ordner oder eine Datei darin. Es wurde nichts geändert.`,
  };
}

/** Reads and checks everything first: one broken file stops all. */
async function planAll(db: Database, places: readonly Place[]): Promise<Result<readonly Planned[]>> {
  const planned: Planned[] = [];
  for (const { area, folder } of places) {
    const preview = await area.preview(db, folder);
    if (!preview.ok) return preview;
    planned.push({ area, folder, preview: previewJson(preview.value) });
  }
  return ok(planned);
}

function shown(planned: readonly Planned[]) {
  const bereiche = planned.map(({ area, preview }) => ({ id: area.id, ...preview }));
  const changes = planned.some(({ preview }) => changesOf(preview.counts) > 0);
  const end = changes
    ? 'Es wurde nichts geändert. Mit --yes wird es übernommen.'
    : 'Alles steht schon da. Es gibt nichts zu übernehmen.';
  return { json: { uebernommen: false, bereiche }, text: [...planned.flatMap(linesOf), end].join('\n') };
}

async function applyAll(db: Database, actor: Actor, planned: readonly Planned[]) {
  const bereiche: ({ readonly id: string } & ImportOutcome)[] = [];
  for (const { area, folder } of planned) {
    const outcome = await area.apply(db, actor, folder);
    if (!outcome.ok) return outcome;
    bereiche.push({ id: area.id, ...outcome.value });
  }
  const lines = bereiche.map(({ id, fassung, changed }) =>
    changed
      ? `${areaOf(id)?.label ?? id}: übernommen als Fassung ${fassung}`
      : `${areaOf(id)?.label ?? id}: nichts zu ändern`,
  );
  return ok({ json: { uebernommen: true, bereiche }, text: lines.join('\n') });
}

function linesOf({ area, preview }: Planned): string[] {
  const counts = Object.entries(preview.counts).map(
    ([table, { neu, geaendert, entfallen, gleich }]) =>
      `  ${tableLabel(table)}: ${neu} neu, ${geaendert} geändert, ${entfallen} entfallen, ${gleich} unverändert`,
  );
  return [
    `${area.label}, Stand ${preview.stand}`,
    ...counts,
    ...preview.changed.map(
      ({ entry, field, before, after }) => `  ~ ${entry} · ${field}: ${before} → ${after}`,
    ),
    ...preview.added.map((entry) => `  + ${entry}`),
    ...preview.removed.map((entry) => `  - ${entry}`),
  ];
}

function changesOf(counts: ImportOutcome['counts']): number {
  const { neu, geaendert, entfallen } = totalOf(counts);
  return neu + geaendert + entfallen;
}
