import { type Html, type ImportRow, textLink } from '#ui';
import type { SammelZeile } from '../domain/sammel.ts';
import { feldLabel } from '../messages.ts';

/** A row of a bulk change as the review shows it. */
export function reviewRow({ art, zeile, leistungId, name, ...row }: SammelZeile): ImportRow {
  const entry: Html | string =
    leistungId === null ? name || 'ohne Leistung' : textLink(`/stand/${leistungId}`, name);
  return {
    kind: art,
    line: zeile,
    entry,
    changes: row.unterschiede.map(({ feld, vorher, nachher }) => ({
      field: feldLabel[feld],
      before: vorher === 'leer' ? '' : vorher,
      after: nachher === 'leer' ? '' : nachher,
    })),
    problems: [...row.probleme, ...row.hinweise.map((text) => `Hinweis: ${text}`)],
  };
}
