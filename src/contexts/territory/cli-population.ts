import { readFileSync } from 'node:fs';
import { ok, type Result, refuse } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import type { PopulationDeps } from './doors-deps.ts';
import { reportPopulation } from './use-cases/report-population.ts';
import { populationJson } from './views/population-json.ts';

const text = { type: 'string' } as const;

/** Reporting population figures on the command line. */
export function populationCommands(deps: PopulationDeps): readonly Command[] {
  return [
    {
      capability: 'territory.population.report',
      name: 'einwohner import',
      usage: '<Datei.csv> --source <Quelle> [--url <Adresse>] [--skip-broken]',
      summary: 'Einwohnerzahlen (Spalten ags, stichtag, einwohner) mit Quelle einlesen',
      options: { source: text, url: text, 'skip-broken': { type: 'boolean' } },
      arity: [1, 1],
      run: (input) => importFile(deps, input),
    },
  ];
}

async function importFile(
  deps: PopulationDeps,
  { positionals, values, principal }: CommandInput,
): Promise<Result<CommandOutput>> {
  const bytes = readFile(positionals[0] ?? '');
  if (!bytes.ok) return bytes;
  const given = {
    bytes: bytes.value,
    quelle: typeof values.source === 'string' ? values.source : '',
    quelleUrl: typeof values.url === 'string' ? values.url : null,
    trotzFehlern: values['skip-broken'] === true,
  };
  const done = await reportPopulation(
    deps.db,
    await deps.territory(),
    principal.actor,
    given,
    deps.clock.today(),
  );
  if (!done.ok) {
    const fields = (done.refusal.fields ?? []).map(({ field, message }) => `${field}: ${message}`);
    return refuse({ ...done.refusal, message: [done.refusal.message, ...fields].join('\n') });
  }
  deps.changed();
  const json = populationJson(done.value);
  const lines = json.probleme.map(({ zeile, message }) => `Zeile ${zeile} ausgelassen: ${message}`);
  const head = `${json.neu} neu, ${json.geaendert} geändert, ${json.gleich} unverändert, ${json.ausserhalb} außerhalb der Stichtage`;
  return ok({ json, text: [head, ...lines].join('\n') });
}

function readFile(path: string): Result<Uint8Array> {
  try {
    return ok(readFileSync(path));
  } catch {
    return refuse({
      kind: 'not-found',
      code: 'TERRITORY_POPULATION_FILE_MISSING',
      message: `Die Datei „${path}“ lässt sich nicht lesen.`,
    });
  }
}
