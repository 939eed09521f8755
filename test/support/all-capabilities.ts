import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, type Database, type Operation, readConfig } from '#platform';
import { allDoors } from '../../src/app/all-doors.ts';
import { commandListText } from '../../src/app/cli/command-list.ts';
import { allCommands } from '../../src/app/commands.ts';
import { createServices, type Services } from '../../src/app/services.ts';

/** One thing that can be done, and through which doors. */
export interface Capability {
  readonly id: string;
  readonly pages: readonly string[];
  readonly operations: readonly string[];
  readonly commands: readonly string[];
  /** Whether its answers of the API are as of a day: all operations that read take `date`. */
  readonly takesDate: boolean;
}

/** Everything that pages, API and commands offer, by capability; no database is opened for it. */
export function allCapabilities(): readonly Capability[] {
  return withUnopened((services) => {
    const { pages, operations } = allDoors(services);
    const commands = allCommands(services, { instance: noDatabase });
    const ids = [...pages, ...operations, ...commands].map(({ capability }) => capability);
    return [...new Set(ids)].sort().map((id) => ({
      id,
      pages: pages.filter(of(id)).map(({ method, path }) => `${method} ${path}`),
      operations: operations.filter(of(id)).map(({ method, path }) => `${method.toUpperCase()} ${path}`),
      commands: commands.filter(of(id)).map(({ name }) => name),
      takesDate: takesDate(operations.filter(of(id))),
    }));
  });
}

/** The list of all commands as it lies beside the command line. */
export function currentCommandList(): string {
  return withUnopened((services) => commandListText(allCommands(services, { instance: noDatabase })));
}

function withUnopened<T>(run: (services: Services) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-doors-'));
  try {
    const config = readConfig({ LEITWERK_DATA: folder }, folder);
    if (!config.ok) throw new Error(config.refusal.message);
    return run(createServices(config.value, unopenedDatabase, createLogger('silent', 'test'), 'doors'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function takesDate(operations: readonly Operation[]): boolean {
  return operations
    .filter(({ method }) => method === 'get')
    .every(({ schemas }) => schemas.query !== null && 'date' in schemas.query.shape);
}

/** The table of all capabilities as it stands in docs/doors.md. */
export function capabilityTable(capabilities: readonly Capability[]): string {
  const cell = (entries: readonly string[]) => entries.map((entry) => `\`${entry}\``).join('<br>') || '–';
  return [
    '| capability | pages | API, below `/api/v1` | `leitwerk …` |',
    '|---|---|---|---|',
    ...capabilities.map(
      ({ id, pages, operations, commands }) =>
        `| \`${id}\` | ${cell(pages)} | ${cell(operations)} | ${cell(commands)} |`,
    ),
  ].join('\n');
}

const of =
  (id: string) =>
  ({ capability }: { readonly capability: string }) =>
    capability === id;

async function noDatabase(): Promise<never> {
  throw new Error('The list of doors needs no database.');
}

/** A database that nobody may ask: for what is known without one. */
export const unopenedDatabase: Database = {
  withPublic: noDatabase,
  withTenant: noDatabase,
  withCircle: noDatabase,
  withReference: noDatabase,
  withKey: noDatabase,
  withFigures: noDatabase,
  close: async () => {},
};
