import { type Angebot, readAngebote } from '#efa';
import { allParameters, type ParameterDefinition } from '#efa/parameter';
import { nearest, ok, type Result, refuse } from '#kernel';
import type { ParametersDeps } from '../deps.ts';
import { dienstUnknown } from '../errors.ts';

/** A service with what every Kommune fills in for it. */
export interface DienstMitParametern {
  readonly angebot: Angebot;
  readonly definitions: readonly ParameterDefinition[];
}

/** A service in its newest version; refuses what nobody offers, with near names. */
export async function dienstOf(
  { efa }: Pick<ParametersDeps, 'efa'>,
  dienst: string,
): Promise<Result<DienstMitParametern>> {
  const all = await alleDienste({ efa });
  const found = all.find(({ angebot }) => angebot.dienst === dienst.trim());
  if (found) return ok(found);
  const near = nearest(dienst, all, ({ angebot }) => `${angebot.dienst} ${angebot.data.title}`, 5);
  return refuse(
    dienstUnknown(
      dienst,
      near.map(({ angebot }) => ({ key: angebot.dienst, label: angebot.data.title })),
    ),
  );
}

/** All services that are offered, each in its newest version, by title. */
export async function alleDienste({
  efa,
}: Pick<ParametersDeps, 'efa'>): Promise<readonly DienstMitParametern[]> {
  const newest = new Map<string, Angebot>();
  for (const angebot of await efa.db.withPublic(readAngebote))
    if ((newest.get(angebot.dienst)?.data.version ?? 0) < angebot.data.version)
      newest.set(angebot.dienst, angebot);
  return [...newest.values()]
    .toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'de'))
    .map((angebot) => ({ angebot, definitions: allParameters(angebot.data) }));
}
