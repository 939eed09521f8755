import { z } from 'zod';
import { ergebnisse } from '../domain/link.ts';
import type { LinkRow, QualityRow } from '../use-cases/read-quality.ts';

const maybe = z.string().nullable();

export const rowJson = z.object({
  leistungId: z.string(),
  leika: maybe,
  name: z.string(),
  punkte: z.int(),
  zustaendig: z.enum(['selbst', 'andere', 'offen']),
  ebenen: z.array(z.string()),
  abschnitte: z.int(),
  stand: maybe,
  lesbarkeit: z.int().nullable(),
  online: z.enum(['eigen', 'fremd', 'keiner']),
  amt: z.boolean(),
  woerter: z.int(),
  kaputteLinks: z.int(),
  faellig: z.boolean(),
});

export const detailJson = rowJson.extend({
  kriterien: z.array(
    z.object({ key: z.string(), label: z.string(), punkte: z.int(), von: z.int(), grund: z.string() }),
  ),
  texte: z.array(
    z.object({
      id: z.string(),
      ars: z.string(),
      ebene: z.string(),
      redaktion: z.string(),
      stand: maybe,
      pruefenBis: maybe,
      module: z.array(z.string()),
    }),
  ),
});

export const linkJson = z.object({
  link: z.string(),
  leistungId: z.string(),
  name: z.string(),
  wo: z.enum(['Text', 'Onlinedienst']),
  ebene: z.string(),
  ergebnis: z.enum(ergebnisse).nullable(),
  status: z.int().nullable(),
  geprueftAm: maybe,
});

export function jsonOfRow(row: QualityRow): z.output<typeof rowJson> {
  const { leistung, punkte, zustaendig, texts, abschnitte, stand, lesbarkeit, online, amt, woerter } = row;
  return {
    leistungId: leistung.id,
    leika: leistung.leika,
    name: leistung.name,
    ...{ punkte, zustaendig, abschnitte, stand, lesbarkeit, online, amt, woerter },
    ebenen: [...new Set(texts.map(({ ebene }) => ebene))],
    kaputteLinks: row.kaputt,
    faellig: row.faellig,
  };
}

export function jsonOfDetail(row: QualityRow): z.output<typeof detailJson> {
  return {
    ...jsonOfRow(row),
    kriterien: row.kriterien.map((each) => ({ ...each })),
    texte: row.texts.map(({ id, ars, ebene, redaktion, stand, pruefenBis, module }) => ({
      ...{ id, ars, ebene, redaktion, stand, pruefenBis },
      module: module.map(({ modul }) => modul),
    })),
  };
}

export function jsonOfLink({
  leistung,
  geprueftAm,
  link,
  wo,
  ebene,
  ergebnis,
  status,
}: LinkRow): z.output<typeof linkJson> {
  return {
    ...{ link, wo, ebene, ergebnis, status },
    leistungId: leistung.id,
    name: leistung.name,
    geprueftAm: geprueftAm?.toISOString() ?? null,
  };
}
