import { nearest, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { type Punktstand, punktstaende } from '../domain/haken.ts';
import { neuesteZuerst, type Schemafassung } from '../domain/schemafassung.ts';
import { schemaUnknown } from '../errors.ts';
import type { FimDeps } from '../fim-deps.ts';
import { readCodelisten } from '../store-codeliste.ts';
import { readErledigte, readHaken } from '../store-haken.ts';
import { readDatei, readSchemafassungen } from '../store-schema.ts';
import type { Author } from './author.ts';
import { listenstandOf } from './listenstand.ts';
import type { Gelesen } from './schema-leser.ts';
import { textSumme } from './text-summe.ts';

/** A schema of the list, with how much of its work is open for the organisation that looks. */
export interface Schemazeile {
  readonly fassung: Schemafassung;
  readonly offen: number;
}

/** A schema that was opened: its file was read again. */
export interface Schemadetail extends Gelesen {
  readonly fassung: Schemafassung;
  /** All versions that are held, the newest first. */
  readonly versionen: readonly Schemafassung[];
  readonly punkte: readonly Punktstand[];
}

type ReadDeps = Pick<FimDeps, 'db' | 'leser'>;

/** All schemas in all versions that are held. */
export function readSchemas({ db }: ReadDeps, { tenant, actor }: Author): Promise<readonly Schemazeile[]> {
  return db.withTenant(tenant, actor, async (tx) => {
    const [alle, erledigt] = [await readSchemafassungen(tx), await readErledigte(tx)];
    const gelesen = (await readCodelisten(tx)).map(({ urn }) => `codeliste ${urn}`);
    return alle
      .toSorted((a, b) => a.bezeichnung.localeCompare(b.bezeichnung, 'de') || neuesteZuerst(a, b))
      .map((fassung) => {
        const done = new Set([...(erledigt.get(fassung.id) ?? []), ...gelesen]);
        return { fassung, offen: fassung.kennzahlen.arbeitspunkte.filter((key) => !done.has(key)).length };
      });
  });
}

/** A schema in a version, in its newest one where none is named. */
export async function readSchema(
  deps: ReadDeps,
  { tenant, actor }: Author,
  id: string,
  version: string | null,
): Promise<Result<Schemadetail>> {
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const found = await findFassung(tx, id, version);
    if (!found.ok) return found;
    const { fassung } = found.value;
    const gelesen = await oeffne(deps, tx, fassung);
    if (!gelesen.ok) return gelesen;
    const punkte = punktstaende(
      gelesen.value.uebernahme.arbeitspunkte,
      await readHaken(tx, fassung.id),
      textSumme,
    );
    return ok({ ...gelesen.value, ...found.value, punkte });
  });
}

/** The file of a schema, read. That a held file can no longer be read is a fault: it was read when it came. */
export async function oeffne(
  { leser }: Pick<ReadDeps, 'leser'>,
  tx: Tx,
  { id, version, sha256 }: Schemafassung,
): Promise<Result<Gelesen>> {
  const bytes = async () => {
    const found = await readDatei(tx, sha256);
    if (found === null) throw new Error(`the file of ${id} ${version} is not kept`);
    return found;
  };
  return leser(sha256, bytes, await listenstandOf(tx));
}

async function findFassung(
  tx: Tx,
  id: string,
  version: string | null,
): Promise<Result<Pick<Schemadetail, 'fassung' | 'versionen'>>> {
  const alle = await readSchemafassungen(tx);
  const versionen = alle.filter((each) => each.id === id.toUpperCase()).toSorted(neuesteZuerst);
  const fassung = version === null ? versionen[0] : versionen.find((each) => each.version === version);
  if (fassung) return ok({ fassung, versionen });
  const near = nearest(id, alle, (each) => each.id, 3);
  return refuse(
    schemaUnknown(
      id,
      version,
      near.map(({ id: key, bezeichnung }) => ({ key, label: bezeichnung })),
    ),
  );
}
