import { z } from 'zod';
import { anzahlen, type Sammel, type SammelZeile, sammelArten, zeilenArten } from '../domain/sammel.ts';
import type { SammelKopf } from '../store-sammel.ts';
import type { Neuigkeit } from '../use-cases/digest.ts';

const text = z.string().nullable();
const instant = z.iso.datetime().nullable();

const zeileSchema = z.object({
  zeile: z.number().nullable().describe('Wo sie in der Tabelle steht'),
  leistungId: text,
  name: z.string(),
  art: z.enum(zeilenArten).describe('added: erste Angabe; refused: wird nicht übernommen'),
  unterschiede: z.array(z.object({ feld: z.string(), vorher: z.string(), nachher: z.string() })),
  probleme: z.array(z.string()),
  hinweise: z.array(z.string()),
});

export const anzahlenSchema = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
});

export const ergebnisSchema = z.object({
  geschrieben: z.array(z.object({ leistungId: z.string(), vorher: z.number(), nachher: z.number() })),
  gelassen: z.array(z.object({ leistungId: z.string(), name: z.string(), grund: z.string() })),
});

export const sammelSchema = z.object({
  id: z.string(),
  art: z.enum(sammelArten),
  titel: z.string(),
  erstelltAm: instant,
  spalten: z.record(z.string(), z.number()).nullable().describe('Feld zu Spalte, von 0 gezählt'),
  kopf: z.array(z.string()).nullable(),
  anzahlen: anzahlenSchema.nullable().describe('null: noch nicht geprüft'),
  zeilen: z.array(zeileSchema),
  angewendetAm: instant,
  ergebnis: ergebnisSchema.nullable(),
  zurueckAm: instant,
  zurueck: ergebnisSchema.nullable(),
});

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** One bulk change with its rows; those that would change nothing are only counted. */
export function sammelJson(sammel: Sammel): z.input<typeof sammelSchema> {
  const { id, art, titel, zeilen, ergebnis, zurueck } = sammel;
  return {
    id,
    art,
    titel,
    erstelltAm: iso(sammel.erstelltAm),
    spalten: sammel.wahl && { ...sammel.wahl.spalten },
    kopf: sammel.tabelle && [...sammel.tabelle.kopf],
    anzahlen: zeilen && anzahlen(zeilen),
    zeilen: (zeilen ?? []).filter((each) => each.art !== 'unchanged').map(zeileJson),
    angewendetAm: iso(sammel.angewendetAm),
    ergebnis: ergebnis && copy(ergebnis),
    zurueckAm: iso(sammel.zurueckAm),
    zurueck: zurueck && copy(zurueck),
  };
}

function copy({ geschrieben, gelassen }: NonNullable<Sammel['ergebnis']>): z.input<typeof ergebnisSchema> {
  return { geschrieben: [...geschrieben], gelassen: [...gelassen] };
}

function zeileJson({ zeile, leistungId, name, art, ...rest }: SammelZeile): z.input<typeof zeileSchema> {
  return {
    zeile,
    leistungId,
    name,
    art,
    unterschiede: [...rest.unterschiede],
    probleme: [...rest.probleme],
    hinweise: [...rest.hinweise],
  };
}

export const sammelListeSchema = z.object({
  sammel: z.array(
    z.object({
      id: z.string(),
      art: z.enum(sammelArten),
      titel: z.string(),
      angewendetAm: instant,
      geschrieben: z.number(),
      zurueckAm: instant,
    }),
  ),
});

export function sammelListeJson(koepfe: readonly SammelKopf[]): z.input<typeof sammelListeSchema> {
  return {
    sammel: koepfe.map(({ id, art, titel, angewendetAm, geschrieben, zurueckAm }) => ({
      id,
      art,
      titel,
      angewendetAm: iso(angewendetAm),
      geschrieben,
      zurueckAm: iso(zurueckAm),
    })),
  };
}

export const neuigkeitenSchema = z.object({
  neuigkeiten: z.array(
    z.object({
      leistungId: z.string(),
      fassung: z.number(),
      name: z.string(),
      bezug: z.enum(['zustaendig', 'vertretung', 'fachbereich', 'abgegeben']),
      angegebenAm: z.iso.datetime(),
      wer: z.string(),
      unterschiede: z.array(z.object({ feld: z.string(), vorher: z.string(), nachher: z.string() })),
    }),
  ),
});

export function neuigkeitenJson(news: readonly Neuigkeit[]): z.input<typeof neuigkeitenSchema> {
  return {
    neuigkeiten: news.map(({ angegebenAm, unterschiede, ...rest }) => ({
      ...rest,
      angegebenAm: angegebenAm.toISOString(),
      unterschiede: [...unterschiede],
    })),
  };
}
