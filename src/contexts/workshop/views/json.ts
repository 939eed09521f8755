import { z } from 'zod';
import { bedingungenInWorten } from '../bedingung/saetze.ts';
import { unterschiedeInWorten } from '../bedingung/unterschiede-in-worten.ts';
import type { VerorteterBefund } from '../befund.ts';
import { type Dokumente, unterschiede } from '../domain/unterschied.ts';
import type { Entwurf } from '../use-cases/entwurf.ts';
import type { WerkZeile } from '../use-cases/liste.ts';
import { hindernisse, type Pruefstand } from '../use-cases/pruefstand.ts';

export const zeileSchema = z.object({
  dienst: z.string(),
  titel: z.string(),
  zustand: z.enum(['entwurf', 'vorgelegt', 'veroeffentlicht', 'ausgeliefert']),
  entwurf: z.boolean(),
  fassung: z.number().nullable(),
  schritte: z.number(),
  geaendertAm: z.string().nullable(),
  geaendertVon: z.string().nullable(),
});

export function zeileJson({ geaendertAm, anbieter: _, ...zeile }: WerkZeile) {
  return { ...zeile, geaendertAm: geaendertAm?.toISOString() ?? null };
}

const schrittSchema = z.object({ nummer: z.number(), art: z.string(), was: z.string(), am: z.string() });

const vorlageSchema = z.object({
  nummer: z.number(),
  schritt: z.number(),
  nachricht: z.string(),
  vorgelegtAm: z.string(),
  entscheidung: z.enum(['veroeffentlicht', 'abgelehnt', 'zurueckgezogen']).nullable(),
  grund: z.string().nullable(),
  version: z.number().nullable(),
});

export const entwurfSchema = z.object({
  dienst: z.string(),
  titel: z.string(),
  schritt: z.number().describe('Der letzte Schritt; wer ändert, nennt ihn als „grundlage“'),
  zurueck: z.boolean(),
  vor: z.boolean(),
  schritte: z.array(schrittSchema),
  vorlagen: z.array(vorlageSchema),
});

export function entwurfJson({
  dienst,
  titel,
  nummer,
  lage,
  schritte,
  vorlagen,
}: Entwurf): z.input<typeof entwurfSchema> {
  return {
    dienst,
    titel,
    schritt: nummer,
    zurueck: lage.zurueck !== null,
    vor: lage.vor !== null,
    schritte: schritte.map(({ nummer: number, art, was, am }) => ({
      nummer: number,
      art,
      was,
      am: am.toISOString(),
    })),
    vorlagen: vorlagen.map(
      ({ nummer: number, schritt, nachricht, vorgelegtAm, entscheidung, grund, version }) => ({
        ...{ nummer: number, schritt, nachricht, entscheidung, grund, version },
        vorgelegtAm: vorgelegtAm.toISOString(),
      }),
    ),
  };
}

/** A draft with its conditions, each as a sentence too. */
export const gezeigtSchema = entwurfSchema.extend({
  bedingungen: z.array(
    z.object({
      stelle: z.string(),
      ausdruck: z.string(),
      inWorten: z
        .string()
        .nullable()
        .describe('Der Rest eines Satzes nach „wenn“; null, wo kein Satz es sagt'),
    }),
  ),
});

export function gezeigtJson(entwurf: Entwurf): z.input<typeof gezeigtSchema> {
  return { ...entwurfJson(entwurf), bedingungen: bedingungenInWorten(entwurf.dokumente) };
}

export const dokumenteSchema = z.object({
  dienst: z.json().describe('Inhalt von dienst.json'),
  formular: z.json().describe('Inhalt von formular.json'),
  testfaelle: z.json().optional().describe('Inhalt von testfaelle.json'),
});

export const pruefSchema = z.object({
  bereit: z.boolean().describe('Ob der Entwurf veröffentlicht werden kann'),
  befunde: z.array(
    z.object({
      schwere: z.enum(['fehler', 'hinweis']),
      art: z.string(),
      stelle: z.string(),
      was: z.string(),
      abhilfe: z.string().nullable(),
    }),
  ),
});

export function pruefJson(stand: Pruefstand): z.input<typeof pruefSchema> {
  const befund = ({ schwere, art, stelle, was, abhilfe }: VerorteterBefund) => ({
    schwere,
    art,
    stelle,
    was,
    abhilfe,
  });
  return { bereit: hindernisse(stand).length === 0, befunde: stand.befunde.map(befund) };
}

export const spielSchema = z.object({
  bestanden: z.boolean(),
  unbesucht: z.array(z.string()).describe('Seiten, auf die kein Testfall führt'),
  faelle: z.array(
    z.object({
      id: z.string(),
      titel: z.string(),
      bestanden: z.boolean(),
      abweichungen: z.array(z.string()),
      seiten: z.array(z.string()),
      gebuehrCent: z.number().nullable(),
    }),
  ),
});

/** What came of the test cases; where the draft does not compile none was played. */
export function spielJson({ durchlauf }: Pruefstand): z.input<typeof spielSchema> {
  const faelle = (durchlauf?.ergebnisse ?? []).map(
    ({ id, titel, bestanden, abweichungen, seiten, gebuehrCent }) => ({
      ...{ id, titel, bestanden, gebuehrCent },
      abweichungen: [...abweichungen],
      seiten: [...seiten],
    }),
  );
  return { bestanden: durchlauf?.bestanden ?? false, unbesucht: [...(durchlauf?.unbesucht ?? [])], faelle };
}

export const unterschiedSchema = z.object({
  unterschiede: z.array(
    z.object({
      ort: z.string(),
      weg: z.array(z.string()).nullable(),
      art: z.enum(['neu', 'entfernt', 'geaendert', 'verschoben']),
      angaben: z.array(
        z.object({
          name: z.string(),
          vorher: z.string(),
          nachher: z.string(),
          vorherInWorten: z.string().describe('Dasselbe, Bedingungen als Sätze'),
          nachherInWorten: z.string(),
        }),
      ),
    }),
  ),
});

export function unterschiedJson(before: Dokumente, after: Dokumente): z.input<typeof unterschiedSchema> {
  const said = unterschiedeInWorten(before, after);
  return {
    unterschiede: unterschiede(before, after).map(({ ort, weg, art, angaben }, index) => ({
      ...{ ort, art },
      weg: weg === null ? null : [...weg],
      angaben: angaben.map(({ name, vorher, nachher }, at) => {
        const worte = said[index]?.angaben[at];
        const [vorherInWorten, nachherInWorten] = [worte?.vorher ?? vorher, worte?.nachher ?? nachher];
        return { name, vorher, nachher, vorherInWorten, nachherInWorten };
      }),
    })),
  };
}
