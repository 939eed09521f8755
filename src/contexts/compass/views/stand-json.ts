import { z } from 'zod';
import { completenessAnswer, completenessSchema } from '#fields';
import { frischen } from '../domain/frische.ts';
import { type Eintrag, nachweisArten } from '../domain/stand.ts';
import { zustaende } from '../domain/zustand.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import type { StandZeile } from '../use-cases/stand-liste.ts';
import { werText } from './feld-text.ts';

const text = z.string().nullable();
const number = z.number().nullable();

export const angabeSchema = z.object({
  fassung: z.number().describe('Zählt die Angaben zu dieser Leistung'),
  zustand: z.enum(zustaende),
  giltAb: z.string(),
  grund: text,
  geplantFuer: text.describe('Ein Plan; verstreicht er, ändert sich der Zustand nicht'),
  umgesetztAm: text,
  abgeschaltetAm: text,
  reifegrad11: number,
  kriterien11: z.record(z.string(), z.number()).nullable(),
  reifegrad20: number,
  kriterien20: z.record(z.string(), z.number()).nullable(),
  fallzahl: number,
  fallzahlJahr: number,
  fallzahlArt: z.enum(['gezaehlt', 'geschaetzt']).nullable(),
  loesungId: text,
  prioritaet: number,
  fachbereichId: text,
  zustaendig: text,
  vertretung: text,
  nachweis: z
    .object({ art: z.enum(nachweisArten), link: text, text, datei: z.string().optional() })
    .nullable(),
  bemerkung: text,
  felder: z.record(z.string(), z.string()),
  angegebenAm: z.iso.datetime(),
  angegebenVon: z.string(),
});

export const eintragSchema = angabeSchema.extend({
  zustand: z
    .enum(zustaende)
    .nullable()
    .describe('null: Die Angabe wurde zurückgenommen; die Bemerkung sagt, warum'),
});

/** A statement, or an entry that may have taken one back, as the API and the command line tell it. */
export function angabeJson<E extends Eintrag>({ tenant, ags, leistungId, angegebenAm, ...rest }: E) {
  return { ...rest, angegebenAm: angegebenAm.toISOString() };
}

export const zeileSchema = z.object({
  leistungId: z.string(),
  name: z.string(),
  leika: text,
  ozgId: number,
  themenfeld: text,
  pflichtlage: z
    .string()
    .describe('selbst, Kreis, Land, Bund, andere Stelle, nicht einschlägig, offen, beendet'),
  fachbereich: text,
  zustaendigName: text,
  ohneZustaendige: z.boolean().describe('Die genannte Person hat die Kommune verlassen'),
  loesung: text,
  frische: z.enum(frischen).nullable(),
  terminVerstrichen: z.boolean(),
  mitgezogenAus: text.describe('Die Angabe wurde zu dieser Leistung gemacht und wartet auf Bestätigung'),
  angabe: angabeSchema.nullable().describe('null: keine Angabe'),
});

/** One Leistung of a list. */
export function zeileJson(zeile: StandZeile): z.input<typeof zeileSchema> {
  const { ort, stand, zuordnung, zustaendig } = zeile;
  return {
    leistungId: ort.id,
    name: ort.name,
    leika: ort.leika,
    ozgId: ort.ozgId,
    themenfeld: ort.themenfeld,
    pflichtlage: zeile.pflichtlage,
    fachbereich: zuordnung?.fachbereich.name ?? null,
    zustaendigName: zustaendig?.name ?? null,
    ohneZustaendige: zeile.ohneZustaendige,
    loesung: zeile.loesung,
    frische: zeile.frische,
    terminVerstrichen: zeile.verstrichen,
    mitgezogenAus: zeile.mitgezogenAus,
    angabe: stand && angabeJson(stand),
  };
}

export const zelleSchema = z.object({
  leistungId: z.string(),
  name: z.string(),
  pflichtlage: z.string(),
  fachbereich: text,
  angabe: angabeSchema.nullable(),
  schaetzung: z
    .object({
      wert: z.number(),
      von: z.number(),
      bis: z.number(),
      kommunen: z.number(),
      fehlerProzent: z.number(),
    })
    .nullable()
    .describe('Immer eine Schätzung aus gezählten Fällen anderer; null, sobald selbst gezählt wurde'),
  vollstaendigkeit: completenessSchema.nullable().describe('null: keine Angabe'),
  gesperrt: text.describe('Warum Sie diese Leistung nicht ändern können; null, wenn Sie es können'),
  nachweisPruefung: z
    .object({ geprueftAm: z.iso.datetime(), ergebnis: z.string(), status: number })
    .nullable(),
  verlauf: z.array(eintragSchema.extend({ werName: z.string() })),
});

/** One cell with its history. */
export function zelleJson(zelle: Zelle): z.input<typeof zelleSchema> {
  const { ort, stand, verlauf, pruefung, personen } = zelle;
  return {
    leistungId: ort.id,
    name: ort.name,
    pflichtlage: zelle.pflichtlage,
    fachbereich: zelle.zuordnung?.fachbereich.name ?? null,
    angabe: stand && angabeJson(stand),
    schaetzung: zelle.schaetzung,
    vollstaendigkeit: zelle.vollstaendigkeit && completenessAnswer(zelle.vollstaendigkeit),
    gesperrt: zelle.gesperrt?.message ?? null,
    nachweisPruefung: pruefung && {
      geprueftAm: pruefung.geprueftAm.toISOString(),
      ergebnis: pruefung.ergebnis,
      status: pruefung.status,
    },
    verlauf: verlauf.map((each) => ({ ...angabeJson(each), werName: werText(personen, each.angegebenVon) })),
  };
}
