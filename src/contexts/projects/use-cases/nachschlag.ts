import { type Catalogue, resolveLeistung } from '#catalogue';
import type { Nachschlag } from '../felder/lesen.ts';
import type { Namen } from '../felder/schreiben.ts';

/** What project fields are looked up in, and the names that stand for ids. */
export function nachschlagOf(catalogue: Catalogue): Nachschlag & Namen {
  const byName = new Map(catalogue.themenfelder.map(({ id, name }) => [name.toLowerCase(), id]));
  return {
    themenfeld: (id) => catalogue.themenfeldById.get(id)?.name ?? null,
    leistung: (id) => leistungOf(catalogue, id)?.name ?? null,
    themenfeldId: (text) => {
      const named = byName.get(text.toLowerCase());
      if (named !== undefined) return named;
      return catalogue.themenfeldById.has(Number(text)) ? Number(text) : null;
    },
    leistungId: (text) => leistungOf(catalogue, /^L\d{5}(?=\s|$)/i.exec(text)?.[0] ?? text)?.id ?? null,
  };
}

function leistungOf(catalogue: Catalogue, text: string) {
  const found = resolveLeistung(catalogue, text);
  return found.ok ? found.value : null;
}
