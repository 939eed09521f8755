import type { Angebot } from '#efa';
import { type ParameterDefinition, readVorgaben, type Vorgabe, vorgabenFor, vorgebbar } from '#efa/parameter';
import { type LocalDate, ok, type Result } from '#kernel';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from './asker.ts';
import { dienstOf } from './read-dienst.ts';

/** What Land and Kreise state of a service for all below, newest first, and what somebody may state of it. */
export interface Erbe {
  readonly angebot: Angebot;
  readonly definitions: readonly ParameterDefinition[];
  readonly vorgebbar: readonly ParameterDefinition[];
  readonly vorgaben: readonly (Vorgabe & { readonly lage: 'gilt' | 'geplant' | 'abgelöst' })[];
  /** For which Gebiet this person may state values: any, just the own Kreis, or none. */
  readonly darf: 'alle' | { readonly gebiet: string } | null;
}

/** A Kommune sees what concerns it, everybody else all. */
export async function erbeOf(
  { efa }: Pick<ParametersDeps, 'efa'>,
  asker: Asker,
  dienst: string,
): Promise<Result<Erbe>> {
  const found = await dienstOf({ efa }, dienst);
  if (!found.ok) return found;
  const { angebot, definitions } = found.value;
  const all = await efa.db.withPublic((tx) => readVorgaben(tx, angebot.dienst));
  const own = asker.art === 'kommune' ? asker.kommune.ags : null;
  const seen =
    own === null ? all : all.filter((each) => each.gebiet === own || vorgabenFor([each], own).length > 0);
  const today = efa.clock.today();
  return ok({
    angebot,
    definitions,
    vorgebbar: vorgebbar(angebot.data),
    vorgaben: seen.map((each) => ({ ...each, lage: lageOf(each, seen, today) })).toReversed(),
    darf: darf(asker, angebot),
  });
}

function darf(asker: Asker, { anbieterId }: Angebot): Erbe['darf'] {
  if (!asker.mayChange) return null;
  if (asker.art === 'anbieter') return asker.anbieter.tenant === anbieterId ? 'alle' : null;
  return asker.kommune.ags.length === 5 ? { gebiet: asker.kommune.ags } : null;
}

function lageOf(one: Vorgabe, all: readonly Vorgabe[], today: LocalDate): 'gilt' | 'geplant' | 'abgelöst' {
  const same = all.filter(({ gebiet, name }) => gebiet === one.gebiet && name === one.name);
  const later = (other: Vorgabe) =>
    other.giltAb === one.giltAb
      ? other.nummer > one.nummer
      : other.giltAb > one.giltAb && other.giltAb <= today;
  if (one.giltAb > today)
    return same.some((other) => other.giltAb === one.giltAb && other.nummer > one.nummer)
      ? 'abgelöst'
      : 'geplant';
  return same.some(later) ? 'abgelöst' : 'gilt';
}
