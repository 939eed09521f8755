import { ok, type Result } from '#kernel';
import type { Actor, Command, Database, ImportOutcome } from '#platform';
import { areaOf } from './areas.ts';
import { placesOf, type Whole, wholeFolders } from './places.ts';
import { type PreviewJson, previewJson, tableLabel, totalOf } from './preview-json.ts';
import { referenceState } from './state.ts';

/** What the commands of the import door need. */
export interface ReferenceCommandDeps {
  readonly db: Database;
  /** The data that the product ships. */
  readonly dataFolder: string;
}

interface Planned extends Whole {
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
      await using folders = new AsyncDisposableStack();
      const planned = await planAll(db, await wholeFolders(db, places.value, dataFolder, folders));
      if (!planned.ok) return planned;
      if (values.yes !== true) return ok(shown(planned.value));
      say('Die Daten sind geprüft und werden übernommen.');
      return await applyAll(db, principal.actor, planned.value);
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

/** Reads and checks everything first: one broken file stops all. */
async function planAll(db: Database, places: readonly Whole[]): Promise<Result<readonly Planned[]>> {
  const planned: Planned[] = [];
  for (const place of places) {
    const preview = await place.area.preview(db, place.folder);
    if (!preview.ok) return preview;
    planned.push({ ...place, preview: previewJson(preview.value) });
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

function linesOf({ area, preview, kept }: Planned): string[] {
  const counts = Object.entries(preview.counts).map(
    ([table, { neu, geaendert, entfallen, gleich }]) =>
      `  ${tableLabel(table)}: ${neu} neu, ${geaendert} geändert, ${entfallen} entfallen, ${gleich} unverändert`,
  );
  return [
    `${area.label}, Stand ${preview.stand}`,
    ...(kept.length > 0 ? [`  Bleibt, wie es geladen ist: ${kept.join(', ')}`] : []),
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
