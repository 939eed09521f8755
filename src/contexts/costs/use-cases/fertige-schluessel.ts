import { type LocalDate, type Result, refuse } from '#kernel';
import type { Territory } from '#territory';
import type { CostsDeps } from '../costs-deps.ts';
import type { Schluessel } from '../domain/kostenplan.ts';
import type { SchluesseltabelleInhalt } from '../domain/schluesseltabelle.ts';
import { keyUnknown } from '../errors.ts';
import type { Manager } from './actors.ts';
import { saveSchluessel, schluesselOf } from './schluessel.ts';

/** A key that lies ready: shipped with its source, or the inhabitants of a Land as they are known here. */
export interface FertigerSchluessel {
  readonly id: string;
  readonly name: string;
}

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'territory' | 'grundlagen'>;

/** What can be taken over: the shipped keys, and the inhabitants of every Land of which numbers are known. */
export async function fertigeSchluessel(
  deps: Pick<Deps, 'territory' | 'grundlagen'>,
): Promise<readonly FertigerSchluessel[]> {
  const territory = await deps.territory();
  const { koenigsteiner } = await deps.grundlagen();
  const known = new Set([...territory.einwohnerByAgs.keys()].map((ags) => ags.slice(0, 2)));
  return [
    ...koenigsteiner.map(({ id, titel }) => ({ id, name: titel })),
    ...territory.laender
      .filter(({ code }) => known.has(code))
      .map(({ code, name }) => ({ id: `einwohner-${code}`, name: `Einwohner der Kommunen in ${name}` })),
  ];
}

/** Takes a ready key over as the next Fassung of the house's own. */
export async function uebernimmFertigen(
  deps: Deps,
  manager: Manager,
  id: string,
): Promise<Result<{ readonly id: string; readonly fassung: number }>> {
  const land = /^einwohner-(\d{2})$/.exec(id)?.[1];
  const made =
    land === undefined
      ? shippedOf((await deps.grundlagen()).koenigsteiner, id)
      : einwohnerOf(await deps.territory(), land);
  if (!made) return refuse(keyUnknown);
  const before = (await schluesselOf(deps, manager)).find((one) => one.id === id);
  return saveSchluessel(deps, manager, { id, grundlage: before?.fassung ?? 0, inhalt: made });
}

function shippedOf(keys: readonly Schluessel[], id: string): SchluesseltabelleInhalt | null {
  const key = keys.find((one) => one.id === id);
  if (!key) return null;
  const { titel, art, jahr = 0, angewandtFuer, quelle = '', werte = {} } = key;
  return {
    ...{ name: titel, art, jahr, angewandtFuer, stand: null, annahme: false, renormiert: false },
    quelle: { title: quelle.slice(0, 300), url: null },
    gewichte: werte,
  };
}

/** The newest number of every body of a Land; the table says of which day it is and that some are older. */
function einwohnerOf(territory: Territory, land: string): SchluesseltabelleInhalt | null {
  const newest = [...territory.einwohnerByAgs].flatMap(([ags, facts]) => {
    const [fact] = facts;
    return fact && ags.startsWith(land) ? [[ags, fact] as const] : [];
  });
  const first = newest[0]?.[1];
  if (!first) return null;
  const days = newest.map(([, { stichtag }]) => stichtag).toSorted();
  const stand: LocalDate = days.at(-1) ?? first.stichtag;
  const name = territory.laender.find(({ code }) => code === land)?.name ?? land;
  const older = days.filter((day) => day !== stand).length;
  return {
    name: `Einwohner der Kommunen in ${name}`,
    art: 'einwohner',
    jahr: Number(stand.slice(0, 4)),
    stand,
    quelle: {
      title: `${first.source.title}${older > 0 ? `; ${older} Zahlen sind älter` : ''}`.slice(0, 300),
      url: first.source.url,
    },
    annahme: false,
    renormiert: false,
    gewichte: Object.fromEntries(newest.map(([ags, { zahl }]) => [ags, String(zahl)])),
  };
}
