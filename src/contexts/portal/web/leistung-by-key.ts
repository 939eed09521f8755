import { resolveLeistung } from '#catalogue';
import type { PageAnswer, PageRequest } from '#platform';
import type { AuskunftDeps } from '../deps.ts';

/** An address with a LeiKa key or a whole name leads to the page of the Leistung; null where it has our id already. */
export async function leistungByKey(
  { finder }: Pick<AuskunftDeps, 'finder'>,
  { query }: Pick<PageRequest, 'query'>,
  key: string,
): Promise<PageAnswer | null> {
  if (/^L\d+$/.test(key)) return null;
  const found = resolveLeistung(await finder.catalogue(), key);
  if (!found.ok) return null;
  const said = query.toString();
  return { kind: 'redirect', to: `/leistungen/${found.value.id}${said === '' ? '' : `?${said}`}` };
}
