import type { AsOf } from '../domain/as-of.ts';
import type { LageNode, OzgNode, ThemenfeldNode } from '../domain/catalogue.ts';
import { catalogueState, leistungSummary } from './leistung-json.ts';

/** The tree down to the OZG-Leistungen with counts; the Leistungen stand in lists of their own. */
export function treeJson({ catalogue, date }: AsOf) {
  return {
    datum: date,
    themenfelder: catalogue.tree.map(themenfeldJson),
    ohneOzg: { leistungen: catalogue.ohneOzg.length },
    summe: {
      themenfelder: catalogue.themenfelder.length,
      lagen: catalogue.lagen.length,
      ozgLeistungen: catalogue.ozgLeistungen.length,
      leistungen: catalogue.leistungen.length,
    },
    ...catalogueState(catalogue),
  };
}

function themenfeldJson({ themenfeld, lagen, leistungen }: ThemenfeldNode) {
  return { id: themenfeld.id, name: themenfeld.name, leistungen, lagen: lagen.map(lageJson) };
}

function lageJson({ lage, ozgLeistungen, leistungen }: LageNode) {
  return { id: lage.id, name: lage.name, leistungen, ozgLeistungen: ozgLeistungen.map(ozgSummary) };
}

function ozgSummary({ ozgLeistung, leistungen }: OzgNode) {
  return { ozgId: ozgLeistung.ozgId, name: ozgLeistung.name, leistungen: leistungen.length };
}

/** One OZG-Leistung with all its Leistungen and its place in the tree. */
export function ozgJson({ catalogue, date, enden }: AsOf, ozgId: number) {
  const ozg = catalogue.ozgById.get(ozgId);
  if (!ozg) throw new Error(`OZG-Leistung ${ozgId} is not in the catalogue`);
  const lage = catalogue.lageById.get(ozg.lageId) ?? null;
  const themenfeld = (lage && catalogue.themenfeldById.get(lage.themenfeldId)) ?? null;
  return {
    datum: date,
    ozgId: ozg.ozgId,
    name: ozg.name,
    lage: lage && { id: lage.id, name: lage.name },
    themenfeld: themenfeld && { id: themenfeld.id, name: themenfeld.name },
    leistungen: (catalogue.leistungenByOzg.get(ozgId) ?? []).map((leistung) => ({
      ...leistungSummary(catalogue, leistung),
      endetAm: enden.get(leistung.id)?.endetAm ?? null,
    })),
    ...catalogueState(catalogue),
  };
}
