import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answers, parseDefinition } from '#forms';
import { ok, type Result, refuse } from '#kernel';
import { writeXfall } from '#standards/xfall';
import { ohneSchema } from '../errors.ts';
import { type Definition, quelleVon } from '../fachdaten/definition-teile.ts';
import { alsJson, liesDokument } from '../fachdaten/dokument.ts';
import { eigeneStruktur } from '../fachdaten/eigene-struktur.ts';
import { fachdatenVon } from '../fachdaten/fachdaten.ts';
import { type Fachpruefung, pruefeFachdaten } from '../fachdaten/pruefen.ts';
import { type Struktur, strukturSchema, strukturVon } from '../fachdaten/struktur.ts';
import type { FimDeps } from '../fim-deps.ts';
import { readSchemafassungen } from '../store-schema.ts';
import { oeffne } from './read-schema.ts';

type Deps = Pick<FimDeps, 'db' | 'leser'> & {
  /** Structures of schemas that the product ships, read once. */
  readonly mitgeliefert: () => Promise<readonly Struktur[]>;
};

/** Where the structure comes from: an imported schema, one that is shipped, or the form itself. */
type Herkunft = 'eingelesen' | 'mitgeliefert' | 'formular';

/** The answers of an Antrag as case data, and what a check of just these data says. */
export interface FachdatenAusgabe extends Pick<Fachpruefung, 'befunde'> {
  readonly schema: Pick<Struktur, 'id' | 'version' | 'name'>;
  readonly herkunft: Herkunft;
  readonly xml: string;
  readonly daten: object;
  /** Questions that the form asks and the schema does not know. */
  readonly ohnePlatz: readonly string[];
}

/** The answers to a form under the ids of its schema. Refuses a form that does not come from one. */
export async function fachdatenAusgabe(
  deps: Deps,
  formular: unknown,
  answers: Answers,
): Promise<Result<FachdatenAusgabe>> {
  const found = await formUndStruktur(deps, formular);
  if (!found.ok) return found;
  const { definition, struktur, herkunft } = found.value;
  const fachdaten = fachdatenVon(definition, struktur, answers);
  const { befunde } = pruefeFachdaten(definition, struktur, fachdaten.wurzel);
  const { id, version, name } = struktur;
  return ok({
    schema: { id, version, name },
    ...{ herkunft, befunde, ohnePlatz: fachdaten.ohnePlatz },
    ...{ xml: writeXfall(fachdaten.wurzel), daten: alsJson(fachdaten) },
  });
}

/** Reads case data back, checks them against the schema of a form, and gives the answers that they hold. */
export async function fachdatenPruefung(
  deps: Deps,
  formular: unknown,
  text: string,
): Promise<Result<Fachpruefung & Pick<FachdatenAusgabe, 'schema' | 'herkunft'>>> {
  const found = await formUndStruktur(deps, formular);
  if (!found.ok) return found;
  const read = liesDokument(text);
  if (!read.ok) return read;
  const { definition, struktur, herkunft } = found.value;
  const { id, version, name } = struktur;
  return ok({
    ...pruefeFachdaten(definition, struktur, read.value),
    schema: { id, version, name },
    herkunft,
  });
}

interface Grundlage {
  readonly definition: Definition;
  readonly struktur: Struktur;
  readonly herkunft: Herkunft;
}

async function formUndStruktur(deps: Deps, formular: unknown): Promise<Result<Grundlage>> {
  const parsed = parseDefinition(JSON.stringify(formular));
  if (!parsed.ok) return parsed;
  const definition = parsed.value;
  const quelle = quelleVon(definition);
  const own = eigeneStruktur(definition);
  if (!quelle || !own) return refuse(ohneSchema(definition.title));
  const isIt = (each: Pick<Struktur, 'id' | 'version'>) =>
    each.id === quelle.id && each.version === quelle.version;
  const eingelesen = await eingelesene(deps, isIt);
  if (eingelesen) return ok({ definition, struktur: eingelesen, herkunft: 'eingelesen' });
  const shipped = (await deps.mitgeliefert()).find(isIt);
  if (shipped) return ok({ definition, struktur: shipped, herkunft: 'mitgeliefert' });
  return ok({ definition, struktur: own, herkunft: 'formular' });
}

function eingelesene(
  deps: Deps,
  isIt: (each: Pick<Struktur, 'id' | 'version'>) => boolean,
): Promise<Struktur | null> {
  return deps.db.withPublic(async (tx) => {
    const fassung = (await readSchemafassungen(tx)).find(isIt);
    if (!fassung) return null;
    const read = await oeffne(deps, tx, fassung);
    return read.ok ? strukturVon(read.value.nachricht) : null;
  });
}

/** Reads the structures that the product ships; a broken file stops whoever asks. */
export function mitgelieferteStrukturen(folder: string): () => Promise<readonly Struktur[]> {
  let read: Promise<readonly Struktur[]> | null = null;
  const load = async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    return Promise.all(
      names.map(async (name) => strukturSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
    );
  };
  return () => {
    read ??= load();
    return read;
  };
}
