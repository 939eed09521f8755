import { z } from 'zod';
import type { parseDefinition } from '#forms';
import type { Strukturknoten } from './struktur.ts';

type Parsed = Extract<ReturnType<typeof parseDefinition>, { ok: true }>;
export type Definition = Parsed['value'];
export type Teil = Definition['pages'][number]['fields'][number];

/** Which schema, group or field a part of a form comes from; `null` where it is the form's own. */
export function quelleVon({
  source,
}: Pick<Definition, 'source'>): Pick<Strukturknoten, 'id' | 'version' | 'name'> | null {
  if (!source?.standard.startsWith('xdatenfelder') || !/^[SGF]\d/.test(source.id)) return null;
  const { id, version = '0', name = id } = source;
  return { id, version, name };
}

const gruppeSchema = z.object({
  id: z.string(),
  version: z.string().nullish(),
  name: z.string().default(''),
});

/** The groups around the one of a page, where a large group was cut into pages. */
export function innerhalb({
  source,
}: Pick<Definition, 'source'>): readonly Pick<Strukturknoten, 'id' | 'version' | 'name'>[] {
  const around = z.array(gruppeSchema).safeParse(source?.data?.innerhalb);
  return (around.data ?? []).map(({ version, ...group }) => ({ ...group, version: version ?? '0' }));
}
