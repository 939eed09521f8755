import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offerOnlinedienst } from '#efa';
import { loadOnlinedienste } from '#forms/onlinedienst';
import { actorOf, createLogger, openInstance, readConfig } from '#platform';
import { wireContexts } from '../../src/app/contexts.ts';
import { createServices } from '../../src/app/services.ts';
import { erklaerungsgrund } from '../../test/support/checkliste.ts';
import { lemgoValues } from '../../test/support/hund-live.ts';
import type { Installation } from './installation.ts';

export const dienst = 'hund-anmelden';

const shipped = join(import.meta.dirname, '../../data/onlinedienste', dienst);
const provider = 'IT-Verbund Musterland (erfunden)';

/**
 * Takes „Hund anmelden“ live in Lemgo with a proof of up to `maxBytes`, as a version of its own from a folder outside the
 * repository.
 */
export async function liveWithLargeProof(
  installation: Installation,
  folder: string,
  maxBytes: number,
): Promise<void> {
  await offerFrom(installation, definitionWith(folder, maxBytes));
  const step = (name: string, ...words: readonly string[]) =>
    installation.command('anbindung', name, dienst, ...words, '--kommune', 'Lemgo');
  await step('interest');
  await step('parameters', '--values', JSON.stringify(await valuesOf(installation)));
  await step('step', 'testen');
  const until = ['--bis', '2099-12-31', '--auch-gegen-pruefung', '-o', 'Lemgo'];
  await step('erklaeren', '--grund', erklaerungsgrund, ...until);
  await step('step', 'live-schalten');
}

/** The shipped definition as its next version, with another limit for each file. */
function definitionWith(folder: string, maxBytes: number): string {
  const own = join(folder, 'onlinedienste');
  mkdirSync(own, { recursive: true });
  cpSync(shipped, join(own, dienst), { recursive: true });
  for (const name of ['dienst.json', 'formular.json']) {
    const file = join(own, dienst, name);
    const text = readFileSync(file, 'utf8')
      .replace(/"version": (\d+)/, (_, version: string) => `"version": ${Number(version) + 1}`)
      .replaceAll(/"type": "file",/g, `"type": "file", "maxBytes": ${maxBytes},`);
    writeFileSync(file, text);
  }
  return own;
}

async function offerFrom({ folder, port }: Installation, definitions: string): Promise<void> {
  const loaded = need(await loadOnlinedienste(definitions));
  const config = need(readConfig({ LEITWERK_DATA: folder, PORT: String(port) }, process.cwd()));
  const instance = need(await openInstance(config, { role: 'command' }));
  try {
    const logger = createLogger('silent', 'bench');
    const { efa } = wireContexts(createServices(config, instance.db, logger, instance.installationId));
    const anbieter = await efa.anbieterNamed(provider);
    if (anbieter === null) throw new Error(`There is no ${provider}.`);
    const actor = actorOf('system', 'bench');
    need(await offerOnlinedienst({ ...efa, onlinedienste: async () => loaded }, { actor, anbieter }, dienst));
  } finally {
    await instance.release();
  }
}

async function valuesOf(installation: Installation): Promise<Readonly<Record<string, unknown>>> {
  const list = await installation.command('zustellpunkt', 'list', '--organisation', 'Lemgo', '--json');
  return lemgoValues(JSON.parse(list));
}

function need<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
