import { areaDirectory, type Beschreibung, mergeBeschreibung, readBeschreibungen } from '#descriptions';
import type { LocalDate } from '#kernel';
import type { Tx } from '#platform';
import type { RoutingWorld } from '#routing';
import { arsHierarchy } from '#standards/pvog';

/** What a description says. */
export interface Text {
  readonly leistungId: string;
  readonly name: string;
  readonly sprache: string;
  readonly abschnitte: readonly { readonly modul: string; readonly inhalt: string }[];
  readonly stand: string | null;
  readonly redaktion: string | null;
}

/** Which description, in which area and language. */
interface Ask {
  readonly id: string;
  readonly ars: string | null;
  readonly language: string;
}

/** The description of an id, or by the id of a Leistung what all levels say together; null where there is none. */
export async function textOfId(
  tx: Tx,
  { catalogue }: RoutingWorld,
  { id, ars, language: sprache }: Ask,
  tag: LocalDate,
): Promise<(Text & { readonly ars: string }) | null> {
  const leistung = catalogue.leistungById.get(id);
  if (leistung) {
    const gebiet = ars ?? '000000000000';
    const levels = await readBeschreibungen(tx, {
      leistungId: id,
      kette: arsHierarchy(gebiet),
      tag,
      sprache,
    });
    return { ...mergedText(levels, leistung.name), leistungId: id, ars: gebiet };
  }
  const orte = await areaDirectory.readTextOrte(tx, id);
  if (orte === null) return null;
  const { leistungId } = orte;
  const texts = await readBeschreibungen(tx, { leistungId, kette: orte.ars, tag, sprache });
  const text = texts.find((each) => each.id === id);
  return text === undefined ? null : { ...text, leistungId };
}

function mergedText(levels: readonly Beschreibung[], name: string): Omit<Text, 'leistungId'> {
  const merged = mergeBeschreibung(levels);
  const sprache = levels[0]?.sprache ?? 'de';
  if (merged === null) return { name, sprache, abschnitte: [], stand: null, redaktion: null };
  const redaktion = [...new Set(levels.map((each) => each.redaktion))].join(', ');
  return { name: merged.name, sprache, abschnitte: merged.abschnitte, stand: merged.stand, redaktion };
}
