import { foldGerman, nearest } from '#kernel';
import type { Tx } from '#platform';
import { zuordnungOn } from '../domain/fachbereich.ts';
import { namensSuche } from '../domain/namen-liste.ts';
import { istAngabe, type Stand } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { readFachbereiche } from '../store-fachbereiche.ts';
import { readFassungen, readStaende } from '../store-stand.ts';
import type { Namen } from '../views/feld-text.ts';
import type { Reader } from './editor.ts';
import { type OrtLeistung, orteOf } from './leistung-orte.ts';
import type { BekannteLeistung, Nachschlagewerk } from './zeilen-wunsch.ts';

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'personen' | 'loesungen' | 'fieldsFor'>;

/**
 * The names of people, Fachbereiche and Lösungen of a Kommune. Not to be asked inside a transaction: that members were
 * read goes into the audit trail, in a transaction of its own.
 */
export async function namenOf(
  deps: Pick<Deps, 'db' | 'personen' | 'loesungen' | 'fieldsFor'>,
  { actor, kommune }: Reader,
): Promise<Namen & Alle> {
  const [personen, loesungen, fachbereiche, felder] = await Promise.all([
    deps.personen(actor, kommune),
    deps.loesungen(),
    deps.db.withTenant(kommune.tenant, actor, readFachbereiche),
    deps.fieldsFor(kommune.tenant, 'stand'),
  ]);
  return { personen, loesungen, fachbereiche, felder };
}

export interface Alle {
  readonly fachbereiche: Awaited<ReturnType<typeof readFachbereiche>>;
}

/** Everything against which the rows of a table are read; `zeilen` names the Fassungen that they rest on. */
export async function nachschlagewerkIn(
  tx: Tx,
  deps: Deps,
  { kommune }: Reader,
  { personen, loesungen, fachbereiche }: Namen & Alle,
  fassungen: readonly { readonly leistungId: string; readonly fassung: number }[],
): Promise<Nachschlagewerk> {
  const orte = orteOf((await deps.world()).catalogue);
  const staende = await readStaende(tx);
  const leistungen = [...orte.values()];
  const zuordnung = zuordnungOn(fachbereiche, deps.clock.today());
  return {
    ags: kommune.ags,
    kommune: kommune.name,
    byNummer: new Map<string, BekannteLeistung>([
      ...goneOf(staende, deps.enden),
      ...leistungen.map((ort) => [ort.id, ort] as const),
    ]),
    byLeika: grouped(leistungen, ({ leika }) => leika),
    byName: grouped(leistungen, ({ name }) => foldGerman(name)),
    aehnliche: (text) =>
      nearest(text, leistungen, ({ name }) => name, 3).map(({ id, name }) => `${name} (${id})`),
    basis: basisOf(staende, (await readFassungen(tx, stale(staende, fassungen))).filter(istAngabe)),
    person: namensSuche(personen),
    loesung: namensSuche(loesungen),
    fachbereich: namensSuche(fachbereiche.fachbereiche),
    fachbereichOf: (id) => {
      const ort = orte.get(id);
      const stand = staende.find(({ leistungId }) => leistungId === id);
      return (ort && zuordnung(ort, stand?.fachbereichId ?? null)?.fachbereich.name) ?? null;
    },
  };
}

/** Leistungen that the catalogue no longer has, but of which something is known. */
function goneOf(
  staende: readonly Stand[],
  enden: Deps['enden'],
): readonly (readonly [string, BekannteLeistung])[] {
  return [
    ...staende.map(({ leistungId }) => [leistungId, { id: leistungId, name: leistungId }] as const),
    ...[...enden].map(([id, { name }]) => [id, { id, name }] as const),
  ];
}

function grouped(
  leistungen: readonly OrtLeistung[],
  keyOf: (ort: OrtLeistung) => string | null,
): ReadonlyMap<string, readonly OrtLeistung[]> {
  const groups = new Map<string, OrtLeistung[]>();
  for (const ort of leistungen) {
    const key = keyOf(ort);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), ort]);
  }
  return groups;
}

function stale(
  staende: readonly Stand[],
  fassungen: readonly { readonly leistungId: string; readonly fassung: number }[],
) {
  const newest = new Map(staende.map(({ leistungId, fassung }) => [leistungId, fassung]));
  return fassungen.filter(({ leistungId, fassung }) => (newest.get(leistungId) ?? fassung) !== fassung);
}

function basisOf(staende: readonly Stand[], aeltere: readonly Stand[]): Nachschlagewerk['basis'] {
  const newest = new Map(staende.map((stand) => [stand.leistungId, stand]));
  const older = new Map(aeltere.map((stand) => [`${stand.leistungId}.${stand.fassung}`, stand]));
  return (leistungId, fassung) => older.get(`${leistungId}.${fassung}`) ?? newest.get(leistungId) ?? null;
}
