import { areaDirectory, ebeneOf, linksOfText } from '#descriptions';
import type { LocalDate } from '#kernel';
import { nextTurn, type Tx } from '#platform';
import type { LevelText, LevelTexts } from '../domain/level-text.ts';
import { massOf } from '../domain/readability.ts';

const mostAreas = 200;
/** So many texts take a few milliseconds; then others get their turn. */
const inOneGo = 20;

/**
 * Reads the texts of areas and keeps what judging them takes, without their words, until the texts change. Many Kommunen share
 * the levels above them, so each is read once.
 */
export function levelReader() {
  let held = { version: Number.NaN, tag: '', areas: new Map<string, LevelTexts>() };
  return async (tx: Tx, ars: string, tag: LocalDate, version: number): Promise<LevelTexts> => {
    if (held.version !== version || held.tag !== tag) held = { version, tag, areas: new Map() };
    const { areas } = held;
    const known = areas.get(ars);
    if (known) return known;
    const texts = await readLevel(tx, ars, tag);
    if (areas.size >= mostAreas) areas.clear();
    areas.set(ars, texts);
    return texts;
  };
}

/** Of several texts of one level for one Leistung the first counts: own ones stand before those of feeds. */
async function readLevel(tx: Tx, ars: string, tag: LocalDate): Promise<LevelTexts> {
  const texts = new Map<string, LevelText>();
  let read = 0;
  for await (const { id, leistungId, abschnitte, stand, redaktion, pruefenBis } of areaDirectory.eachTextIn(
    tx,
    ars,
    tag,
  )) {
    if (!texts.has(leistungId))
      texts.set(leistungId, {
        id,
        ars,
        ebene: ebeneOf(ars),
        module: abschnitte.map(({ modul, inhalt }) => ({ modul, mass: massOf(inhalt) })),
        stand,
        redaktion,
        pruefenBis,
        links: [...new Set(abschnitte.flatMap(({ inhalt }) => linksOfText(inhalt).map(({ uri }) => uri)))],
      });
    read += 1;
    if (read % inOneGo === 0) await nextTurn();
  }
  return texts;
}
