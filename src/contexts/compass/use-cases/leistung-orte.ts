import type { Catalogue } from '#catalogue';
import { foldText } from '#ui';
import type { LeistungOrt } from '../domain/fachbereich.ts';

/** A Leistung with its place in the catalogue; what all lists of all Kommunen share. */
export interface OrtLeistung extends LeistungOrt {
  readonly name: string;
  readonly leika: string | null;
  readonly ozgName: string | null;
  readonly themenfeld: string | null;
  /** What a search looks through, folded. */
  readonly gefaltet: string;
}

const kept = new WeakMap<Catalogue, ReadonlyMap<string, OrtLeistung>>();

/** Every Leistung of a catalogue with its place, by its own id; worked out once for each catalogue. */
export function orteOf(catalogue: Catalogue): ReadonlyMap<string, OrtLeistung> {
  const known = kept.get(catalogue);
  if (known) return known;
  const orte = new Map(
    catalogue.leistungen.map(({ id, name, leika, ozgId }) => {
      const ozg = ozgId === null ? undefined : catalogue.ozgById.get(ozgId);
      const lage = ozg && catalogue.lageById.get(ozg.lageId);
      const feld = lage && catalogue.themenfeldById.get(lage.themenfeldId);
      const ozgName = ozg?.name ?? null;
      const gefaltet = foldText(`${name} ${ozgName ?? ''} ${leika ?? ''} ${ozgId ?? ''} ${id}`);
      const ort = { id, name, leika, ozgId, ozgName, themenfeldId: feld?.id ?? null, gefaltet };
      return [id, { ...ort, themenfeld: feld?.name ?? null }];
    }),
  );
  kept.set(catalogue, orte);
  return orte;
}

/** The place of a Leistung that the catalogue no longer has, so that its statements stay in sight. */
export function ortOfUnknown(id: string, name: string): OrtLeistung {
  const nothing = { leika: null, ozgId: null, ozgName: null, themenfeldId: null, themenfeld: null };
  return { id, name, ...nothing, gefaltet: foldText(`${name} ${id}`) };
}
