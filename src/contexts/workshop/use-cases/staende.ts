import { ok, type Result, refuse } from '#kernel';
import type { WorkshopDeps } from '../deps.ts';
import { dokumenteVon } from '../dokumente.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { lageOf } from '../domain/verlauf.ts';
import { stepUnknown } from '../errors.ts';
import { readInhalt } from '../store-entwurf.ts';
import { readFassung, readFassungen } from '../store-vorlage.ts';
import type { Autor } from './autor.ts';
import { type Entwurf, openEntwurf } from './entwurf.ts';

/** A state of a service that can be compared: `schritt-12`, `fassung-2`, or `jetzt`. */
export interface Stand {
  readonly name: string;
  readonly titel: string;
}

/** All states of a draft that can be compared, newest first. */
export async function staendeVon(
  deps: Pick<WorkshopDeps, 'db' | 'onlinedienste'>,
  { dienst, schritte }: Entwurf,
): Promise<readonly Stand[]> {
  const published = (await deps.db.withPublic(readFassungen)).filter((each) => each.dienst === dienst);
  const shipped = (await deps.onlinedienste())
    .filter(({ id }) => id === dienst)
    .map(({ version }) => version);
  const versions = [...new Set([...published.map(({ version }) => version), ...shipped])].toSorted(
    (a, b) => b - a,
  );
  return [
    { name: 'jetzt', titel: 'Entwurf, wie er jetzt ist' },
    ...versions.map((version) => ({ name: `fassung-${version}`, titel: `Fassung ${version}` })),
    ...schritte
      .toReversed()
      .map(({ nummer, was }) => ({ name: `schritt-${nummer}`, titel: `Schritt ${nummer}: ${was}` })),
  ];
}

/** The documents of a state; refuses those that there are not. */
export async function standNamens(
  deps: Pick<WorkshopDeps, 'db' | 'onlinedienste'>,
  autor: Autor,
  dienst: string,
  name: string,
): Promise<Result<Dokumente>> {
  const entwurf = await openEntwurf(deps, autor, dienst);
  if (!entwurf.ok) return entwurf;
  const { dokumente, schritte } = entwurf.value;
  if (name === 'jetzt') return ok(dokumente);
  const [, kind, digits] = /^(schritt|fassung)-(\d{1,6})$/.exec(name) ?? [];
  const number = Number(digits);
  if (kind === 'fassung') return fassung(deps, entwurf.value.dienst, number);
  if (kind !== 'schritt' || number > (schritte.at(-1)?.nummer ?? 0)) return refuse(stepUnknown);
  const { stand } = lageOf(schritte.filter(({ nummer }) => nummer <= number));
  const found = await deps.db.withTenant(autor.anbieter.tenant, autor.actor, (tx) =>
    readInhalt(tx, entwurf.value.dienst, stand),
  );
  return found ? ok(found) : refuse(stepUnknown);
}

async function fassung(
  deps: Pick<WorkshopDeps, 'db' | 'onlinedienste'>,
  dienst: string,
  version: number,
): Promise<Result<Dokumente>> {
  const published = await deps.db.withPublic((tx) => readFassung(tx, dienst, version));
  if (published) return ok(published);
  const shipped = (await deps.onlinedienste()).find((each) => each.id === dienst && each.version === version);
  return shipped ? ok(dokumenteVon(shipped)) : refuse(stepUnknown);
}
