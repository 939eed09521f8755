import type { Catalogue, Leistung } from '#catalogue';
import type { LocalDate } from '#kernel';
import type { Tx } from '#platform';
import type { Angabe } from '../domain/angabe.ts';
import { bewertungswelt } from '../domain/belege.ts';
import type { Katalogzeile } from '../domain/quellen.ts';
import type { Bewertungswelt } from '../domain/rangfolge.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readAngaben } from '../store-angaben.ts';
import type { Viewer } from './viewer.ts';

type Deps = Pick<PrioritiesDeps, 'catalogue' | 'clock' | 'ended' | 'quellen' | 'welten'>;

/** What is known today of every Leistung that has not ended, as the provider and its Kommunen see it. */
export async function readWelt(deps: Deps, tx: Tx, { provider }: Viewer): Promise<Bewertungswelt> {
  const date = deps.clock.today();
  const angaben = await readAngaben(tx, provider.id);
  const [catalogue, quellen, ended] = await Promise.all([
    deps.catalogue(),
    deps.quellen(provider.id, date),
    deps.ended(date),
  ]);
  return deps.welten.held(provider.id, [date, catalogue, quellen, versionOf(angaben)], () =>
    bewertungswelt(date, katalogzeilen(catalogue, ended), quellen, angaben),
  );
}

/** Statements are only added, so their number and the newest one tell whether there are others. */
function versionOf(angaben: readonly Angabe[]): string {
  const newest = angaben.reduce((most, { angegebenAm }) => Math.max(most, angegebenAm.getTime()), 0);
  const fassungen = angaben.reduce((sum, { fassung }) => sum + fassung, 0);
  return `${angaben.length} ${fassungen} ${newest}`;
}

function katalogzeilen(catalogue: Catalogue, ended: ReadonlyMap<string, LocalDate>): readonly Katalogzeile[] {
  return catalogue.leistungen
    .filter(({ id }) => !ended.has(id))
    .map((leistung) => katalogzeile(catalogue, leistung));
}

function katalogzeile(catalogue: Catalogue, { id, leika, name, ozgId, gesetze }: Leistung): Katalogzeile {
  const ozg = ozgId === null ? undefined : catalogue.ozgById.get(ozgId);
  const lage = ozg && catalogue.lageById.get(ozg.lageId);
  const themenfeld = lage && catalogue.themenfeldById.get(lage.themenfeldId);
  return {
    id,
    leika,
    name,
    ozgId,
    ozgName: ozg?.name ?? null,
    themenfeld: themenfeld?.name ?? null,
    gesetze: new Set(gesetze).size,
  };
}
