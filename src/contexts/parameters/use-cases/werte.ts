import {
  type ParameterDefinition,
  type ParameterFact,
  readableText,
  type WirksamerWert,
  wirksamAt,
} from '#efa/parameter';
import { formatLocalDate, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { ParametersDeps } from '../deps.ts';
import { notConnected } from '../errors.ts';
import type { Asker } from './asker.ts';
import { dienstOf } from './read-dienst.ts';
import { ownSicht, type Sicht } from './sichten.ts';

/** A value with where it comes from, what it overrides and what follows it. */
export interface WertMitHerkunft {
  readonly definition: ParameterDefinition;
  readonly text: string;
  readonly wirksam: WirksamerWert | null;
  /** In a sentence, as one tells a colleague. */
  readonly erklaerung: string;
  /** Planned changes, earliest first. */
  readonly geplant: readonly { readonly giltAb: LocalDate; readonly text: string; readonly von: string }[];
}

export interface WerteDerKommune {
  readonly dienst: string;
  readonly titel: string;
  readonly tag: LocalDate;
  readonly sicht: Sicht;
  readonly werte: readonly WertMitHerkunft[];
}

/** The own Kommune's values of a day, each with its origin. `knownAt` leaves out what was stated later. */
export async function werteOf(
  deps: Pick<ParametersDeps, 'efa'>,
  asker: Extract<Asker, { readonly art: 'kommune' }>,
  dienst: string,
  tag: LocalDate,
): Promise<Result<WerteDerKommune>> {
  const found = await dienstOf(deps, dienst);
  if (!found.ok) return found;
  const { angebot, definitions } = found.value;
  const [sicht] = await ownSicht(deps, asker, angebot.dienst);
  if (!sicht) return refuse(notConnected(dienst));
  return ok({
    dienst: angebot.dienst,
    titel: angebot.data.title,
    tag,
    sicht,
    werte: benannt(
      werteMitHerkunft(definitions, sicht.facts, tag),
      await deps.efa.zustellpunkte(asker.kommune),
    ),
  });
}

/** Zustellpunkte go by their names where people read them. */
function benannt(
  werte: readonly WertMitHerkunft[],
  zustellpunkte: readonly { readonly id: string; readonly name: string }[],
): readonly WertMitHerkunft[] {
  const named = (text: string) => zustellpunkte.reduce((all, { id, name }) => all.replaceAll(id, name), text);
  return werte.map((each) => ({ ...each, text: named(each.text) }));
}

/** Pure: every parameter with its value, origin and planned changes. */
export function werteMitHerkunft(
  definitions: readonly ParameterDefinition[],
  facts: readonly ParameterFact[],
  tag: LocalDate,
): readonly WertMitHerkunft[] {
  const wirksam = wirksamAt(facts, { date: tag });
  return definitions.map((definition) => {
    const value = wirksam.get(definition.id) ?? null;
    return {
      definition,
      text: value ? readableText(definition, value.wert) : 'ohne Angabe',
      wirksam: value,
      erklaerung: erklaerung(definition, value),
      geplant: facts
        .filter(({ name, giltAb }) => name === definition.id && giltAb > tag)
        .toSorted((a, b) => a.giltAb.localeCompare(b.giltAb) || a.nummer - b.nummer)
        .map(({ giltAb, wert, sagt }) => ({
          giltAb,
          text: wert === null ? 'zurückgenommen' : readableText(definition, wert),
          von: sagt || 'Ihre Kommune',
        })),
    };
  });
}

function erklaerung(definition: ParameterDefinition, value: WirksamerWert | null): string {
  if (value === null)
    return definition.required
      ? 'Niemand hat diesen Wert angegeben. Er wird gebraucht.'
      : 'Nicht angegeben; das ist erlaubt.';
  const { fact, andere } = value;
  const since = `seit dem ${formatLocalDate(fact.giltAb)}`;
  if (fact.ebene === 'kommune') return eigene(definition, andere, since);
  const own = andere.find(({ ebene }) => ebene === 'kommune');
  const from = `Kommt von ${fact.sagt}, ${since} (${fact.grundlage}).`;
  if (!fact.verbindlich) return `${from} Sie dürfen etwas anderes festlegen.`;
  if (own?.wert == null) return `${from} Das gilt verbindlich für alle.`;
  return `${from} Das gilt verbindlich; Ihr eigener Wert „${readableText(definition, own.wert)}“ wirkt nicht.`;
}

function eigene(definition: ParameterDefinition, andere: readonly ParameterFact[], since: string): string {
  const above = andere.findLast(({ ebene }) => ebene !== 'kommune');
  if (above?.wert == null) return `Von Ihrer Kommune, ${since}.`;
  return `Von Ihrer Kommune, ${since}. ${above.sagt} schlägt „${readableText(definition, above.wert)}“ vor; Sie weichen davon ab.`;
}
