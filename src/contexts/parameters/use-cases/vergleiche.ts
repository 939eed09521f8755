import {
  type Ebene,
  type ParameterDefinition,
  type ParameterValue,
  readableText,
  type WirksamerWert,
  wirksamAt,
} from '#efa/parameter';
import { type LocalDate, ok, type Result } from '#kernel';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from './asker.ts';
import { dienstOf } from './read-dienst.ts';
import { type Sicht, sichtenOf } from './sichten.ts';

/** One value of one Kommune beside those of the others. */
export interface Vergleichszelle {
  readonly text: string;
  readonly wert: ParameterValue | null;
  readonly ebene: Ebene | null;
  /** The Land or the Kreis above says something else, or most others do. */
  readonly abweichend: boolean;
  /** Not public, and not shared with whoever asks. */
  readonly verborgen: boolean;
}

export interface Vergleichszeile {
  readonly sicht: Sicht;
  readonly zellen: ReadonlyMap<string, Vergleichszelle>;
  readonly abweichungen: number;
}

export interface Vergleich {
  readonly dienst: string;
  readonly titel: string;
  readonly tag: LocalDate;
  readonly definitions: readonly ParameterDefinition[];
  /** What most say, by parameter; only where at least half of three or more say the same. */
  readonly ueblich: ReadonlyMap<string, string>;
  readonly zeilen: readonly Vergleichszeile[];
}

/** Kommunen × parameters on a day, and who deviates from what is usual. */
export async function vergleiche(
  deps: Pick<ParametersDeps, 'efa' | 'betreute'>,
  asker: Asker,
  dienst: string,
  tag: LocalDate,
): Promise<Result<Vergleich>> {
  const found = await dienstOf(deps, dienst);
  if (!found.ok) return found;
  const { angebot, definitions } = found.value;
  const sichten = await sichtenOf(deps, asker, angebot.dienst, definitions);
  return ok({
    dienst: angebot.dienst,
    titel: angebot.data.title,
    tag,
    definitions,
    ...verglichen(definitions, sichten, tag),
  });
}

/** Names differ everywhere by their nature: nobody deviates there. */
const immerEigen = /^(?:stelle[A-Z]|datenschutz|zustellpunkt|bezirke|kommuneName$|behoerde$|stelle$)/;

/** Pure: what is usual, and who deviates. */
export function verglichen(
  definitions: readonly ParameterDefinition[],
  sichten: readonly Sicht[],
  tag: LocalDate,
): Pick<Vergleich, 'ueblich' | 'zeilen'> {
  const wirksam = sichten.map(({ facts }) => wirksamAt(facts, { date: tag }));
  const ueblich = new Map<string, string>();
  for (const definition of definitions) {
    if (immerEigen.test(definition.id)) continue;
    const texts = wirksam.flatMap((values) => {
      const value = values.get(definition.id);
      return value ? [readableText(definition, value.wert)] : [];
    });
    const usual = meist(texts);
    if (usual !== null) ueblich.set(definition.id, usual);
  }
  const zeilen = sichten.map((sicht, index): Vergleichszeile => {
    const zellen = new Map(
      definitions.map((definition) => {
        const value = wirksam[index]?.get(definition.id);
        const text = value ? readableText(definition, value.wert) : '';
        const usual = ueblich.get(definition.id);
        const verborgen = !sicht.alles && /^(?:zustellpunkt|bezirke)[A-Z]/.test(definition.id);
        const abweichend = value !== undefined && weichtAb(definition, value, usual);
        const zelle = {
          text,
          wert: value?.wert ?? null,
          ebene: value?.fact.ebene ?? null,
          abweichend,
          verborgen,
        };
        return [definition.id, zelle] as const;
      }),
    );
    return { sicht, zellen, abweichungen: [...zellen.values()].filter((each) => each.abweichend).length };
  });
  return { ueblich, zeilen };
}

/** Says something else than the Land or the Kreis above, or, where nobody says so, than most. */
function weichtAb(
  definition: ParameterDefinition,
  { wert, fact, andere }: WirksamerWert,
  usual: string | undefined,
): boolean {
  const text = readableText(definition, wert);
  const above = andere.findLast(({ ebene }) => ebene !== 'kommune');
  if (fact.ebene === 'kommune' && above?.wert != null) return readableText(definition, above.wert) !== text;
  return usual !== undefined && text !== usual;
}

/** What at least half say; of two Kommunen with two values neither is usual. */
function meist(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 && best[1] * 2 >= texts.length ? best[0] : null;
}
