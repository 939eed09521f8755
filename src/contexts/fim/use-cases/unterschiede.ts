import { ok, type Result } from '#kernel';
import type { Schemafassung } from '../domain/schemafassung.ts';
import { type Vergleich, vergleiche } from '../domain/unterschiede.ts';
import type { FimDeps } from '../fim-deps.ts';
import type { Author } from './author.ts';
import { readSchema } from './read-schema.ts';

/** Two versions of a schema beside each other. */
export interface Gegenueberstellung {
  readonly von: Schemafassung;
  readonly zu: Schemafassung;
  readonly versionen: readonly Schemafassung[];
  readonly vergleich: Vergleich;
}

/** What is different between two versions; without names the two newest ones. */
export async function readUnterschiede(
  deps: Pick<FimDeps, 'db' | 'leser'>,
  author: Author,
  id: string,
  asked: { readonly von: string | null; readonly zu: string | null },
): Promise<Result<Gegenueberstellung>> {
  const zu = await readSchema(deps, author, id, asked.zu);
  if (!zu.ok) return zu;
  const { versionen, fassung } = zu.value;
  const earlier = versionen.filter(({ version }) => version !== fassung.version);
  const von = await readSchema(deps, author, id, asked.von ?? earlier[0]?.version ?? fassung.version);
  if (!von.ok) return von;
  const vergleich = vergleiche(von.value.nachricht, zu.value.nachricht);
  return ok({ von: von.value.fassung, zu: fassung, versionen, vergleich });
}
