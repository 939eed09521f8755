import type { Principal } from '#platform';
import type { DutiesDeps } from '../doors-deps.ts';
import { ownNeuerungen } from './neuerungen.ts';

/** How many lines a summary shows of one part; the page shows all. */
const mostLines = 10;

/**
 * What Fassungen of the catalogue that came after `since` mean for the Kommune of a member, as far as nobody has looked at
 * it; for the member's summary. Nothing for whoever acts for no Kommune.
 */
export async function newsForMember(
  deps: DutiesDeps,
  reader: Omit<Principal, 'kind'>,
  since: Date,
): Promise<{ readonly count: number; readonly lines: readonly string[] }> {
  const fassungen = await deps.versions.all();
  const fresh = new Set(
    fassungen.filter(({ eingelesen_am }) => eingelesen_am > since).map(({ nummer }) => nummer),
  );
  if (fresh.size === 0) return { count: 0, lines: [] };
  const news = await ownNeuerungen(deps, { ...reader, kind: 'mitglied' });
  if (!news.ok) return { count: 0, lines: [] };
  const mine = news.value.neuerungen.filter(({ fassung, stand }) => fresh.has(fassung) && stand === 'neu');
  const lines = mine.slice(0, mostLines).map(({ wirkung, entry }) => `${wirkung}: ${entry.name}`);
  return { count: mine.length, lines };
}
