import { formatLocalDate } from '#kernel';
import type { Principal } from '#platform';
import type { Bestellung, Bestellzustand } from '../domain/bestellung.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readEinladungen } from '../store/einladungen.ts';
import { betrachtendeOf, listBestellungen } from './read-bestellungen.ts';
import type { Bestellende } from './wer.ts';

const mostLines = 5;

/** What a provider is told of an order: it waits, or it is gone. */
const anAnbieter: Partial<Record<Bestellzustand, string>> = {
  gezeichnet: 'wartet auf Ihre Annahme',
  zurueckgezogen: 'zurückgezogen',
  beendet: 'beendet',
};

/** What a Kommune is told of its order. */
const anKommune: Partial<Record<Bestellzustand, string>> = {
  angenommen: 'angenommen, der Vertrag besteht',
  abgelehnt: 'abgelehnt',
  zurueckgezogen: 'zurückgezogen',
};

/** What became of orders since a moment, for one reader: how many, and a few lines about them. */
export async function bestellNews(
  deps: Pick<MarketplaceDeps, 'db' | 'efa'>,
  reader: Principal,
  since: Date,
): Promise<{ readonly count: number; readonly lines: readonly string[] }> {
  const who = await betrachtendeOf(deps, reader);
  if (!who.ok) return { count: 0, lines: [] };
  const provider = who.value.seite === 'anbieter';
  const words = provider ? anAnbieter : anKommune;
  const changed = (await listBestellungen(deps, who.value)).filter(
    ({ zustand, geaendertAm }) => words[zustand] !== undefined && geaendertAm > since,
  );
  const invited = who.value.seite === 'kommune' ? await invitations(deps, who.value.wer, since) : [];
  const lines = [...changed.map((each) => lineOf(each, provider, words[each.zustand] ?? '')), ...invited];
  return { count: lines.length, lines: lines.slice(0, mostLines) };
}

function lineOf({ inhalt, kommune, grund, zustand }: Bestellung, provider: boolean, words: string): string {
  const who = provider ? `${kommune}: ` : '';
  const why = zustand === 'abgelehnt' && grund ? ` (${grund.slice(0, 120)})` : '';
  return `${who}Bestellung „${inhalt.titel}“: ${words}${why}`;
}

function invitations(
  { db }: Pick<MarketplaceDeps, 'db'>,
  { kommune, actor }: Bestellende,
  since: Date,
): Promise<readonly string[]> {
  return db.withTenant(kommune.tenant, actor, async (tx) =>
    (await readEinladungen(tx))
      .filter(({ eingeladenAm }) => eingeladenAm > since)
      .map(
        ({ haus, titel, stand }) => `${haus} lädt ein, „${titel}“ zu bestellen (${formatLocalDate(stand)})`,
      ),
  );
}
