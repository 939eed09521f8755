import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { readSpreadsheet } from '#platform';
import { type Codelistenfassung, eintraegeOf } from '../domain/codeliste.ts';
import { changedMeanwhile, invalidList } from '../errors.ts';
import type { FimDeps } from '../fim-deps.ts';
import { insertCodeliste, readCodelisten } from '../store-codeliste.ts';
import { readSchemafassungen } from '../store-schema.ts';
import type { Author } from './author.ts';

/** Lists that are held, and lists that schemas name and nobody has read yet. */
export interface Codelistenstand {
  readonly gehalten: readonly Codelistenfassung[];
  readonly fehlend: readonly { readonly urn: string; readonly schemata: readonly string[] }[];
}

const prefix = 'codeliste ';

export function readCodelistenstand(
  { db }: Pick<FimDeps, 'db'>,
  { tenant, actor }: Author,
): Promise<Codelistenstand> {
  return db.withTenant(tenant, actor, async (tx) => {
    const [gehalten, schemas] = [await readCodelisten(tx), await readSchemafassungen(tx)];
    const held = new Set(gehalten.map(({ urn }) => urn));
    const asked = schemas.flatMap(({ bezeichnung, kennzahlen }) =>
      kennzahlen.arbeitspunkte
        .filter((key) => key.startsWith(prefix))
        .map((key) => ({ urn: key.slice(prefix.length), schema: bezeichnung })),
    );
    const missing = Map.groupBy(asked, ({ urn }) => urn);
    const fehlend = [...missing]
      .filter(([urn]) => !held.has(urn))
      .map(([urn, found]) => ({ urn, schemata: [...new Set(found.map(({ schema }) => schema))] }));
    return { gehalten, fehlend: fehlend.toSorted((a, b) => (a.urn < b.urn ? -1 : 1)) };
  });
}

/** A code list as somebody sends it: a table, and what it is. */
export interface Listendatei {
  readonly bytes: Uint8Array;
  readonly urn: string;
  readonly version: string;
  readonly titel: string;
  readonly quelle: string;
  readonly lizenz: string;
}

/** Reads a code list for everybody, whole or not at all. From then on forms of schemas that name it offer its entries. */
export async function leseCodeliste(
  deps: Pick<FimDeps, 'db' | 'clock'>,
  author: Author,
  { bytes, ...angaben }: Listendatei,
): Promise<Result<Codelistenfassung>> {
  const missing = missingOf(angaben);
  if (missing.length > 0) return refuse(invalidList(missing));
  const sheet = readSpreadsheet(Buffer.from(bytes));
  const eintraege = sheet.ok ? eintraegeOf(sheet.value.rows) : sheet;
  if (!eintraege.ok) return eintraege;
  return deps.db.withReference(
    author.actor,
    async (tx) => {
      const before = (await readCodelisten(tx)).find(
        ({ urn, version }) => urn === angaben.urn && version === angaben.version,
      );
      const liste = {
        ...angaben,
        einlesung: (before?.einlesung ?? 0) + 1,
        anzahl: eintraege.value.length,
        eingelesenAm: deps.clock.now(),
      };
      return (await insertCodeliste(tx, liste, eintraege.value)) ? ok(liste) : refuse(changedMeanwhile);
    },
    author.tenant,
  );
}

const asked = {
  urn: [300, 'Bitte nennen Sie die Kennung der Liste, so wie das Schema sie nennt, zum Beispiel urn:de:….'],
  titel: [300, 'Bitte nennen Sie den Titel der Liste.'],
  quelle: [500, 'Bitte geben Sie an, woher die Liste stammt.'],
  lizenz: [200, 'Bitte geben Sie die Lizenz an, zum Beispiel „keine Angabe“.'],
} as const;

function missingOf(angaben: Omit<Listendatei, 'bytes'>): readonly FieldProblem[] {
  return (['urn', 'titel', 'quelle', 'lizenz'] as const).flatMap((field) => {
    const [most, message] = asked[field];
    const text = angaben[field];
    return text.length < (field === 'urn' ? 3 : 1) || text.length > most ? [{ field, message }] : [];
  });
}
