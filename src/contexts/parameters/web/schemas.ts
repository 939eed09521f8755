import { z } from 'zod';

const ebene = z.enum(['land', 'kreis', 'kommune']).nullable();
const head = { dienst: z.string(), titel: z.string(), tag: z.string() };
const kommune = { ags: z.string(), name: z.string() };

export const overviewSchema = z.object({
  dienste: z.array(
    z.object({
      dienst: z.string(),
      titel: z.string(),
      kommunen: z.number(),
      eigene: z.number(),
      vonOben: z.number(),
      naechste: z.string().nullable(),
    }),
  ),
  rechte: z.array(z.object({ anbieter: z.string(), name: z.string(), erteilt: z.boolean() })),
});

export const werteSchema = z.object({
  ...head,
  werte: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      art: z.string(),
      wert: z.unknown(),
      text: z.string(),
      ebene,
      verbindlich: z.boolean(),
      giltAb: z.string().nullable(),
      erklaerung: z.string(),
      geplant: z.array(z.object({ giltAb: z.string(), text: z.string(), von: z.string() })),
    }),
  ),
});

export const pruefungSchema = z.object({
  ...head,
  kommunen: z.array(
    z.object({
      ...kommune,
      befunde: z.array(
        z.object({
          regel: z.string(),
          schwere: z.string(),
          feld: z.string(),
          ort: z.string(),
          text: z.string(),
          abhilfe: z.string(),
        }),
      ),
    }),
  ),
});

export const vergleichSchema = z.object({
  ...head,
  ueblich: z.record(z.string(), z.string()),
  kommunen: z.array(
    z.object({
      ...kommune,
      zustand: z.string(),
      alles: z.boolean(),
      abweichungen: z.number(),
      werte: z.array(
        z.object({
          name: z.string(),
          text: z.string(),
          wert: z.unknown(),
          ebene,
          abweichend: z.boolean(),
          verborgen: z.boolean(),
        }),
      ),
    }),
  ),
});

export const erbeSchema = z.object({
  dienst: z.string(),
  titel: z.string(),
  vorgaben: z.array(
    z.object({
      gebiet: z.string(),
      ebene,
      sagt: z.string(),
      name: z.string(),
      wert: z.unknown(),
      verbindlich: z.boolean(),
      grundlage: z.string(),
      giltAb: z.string(),
      lage: z.string(),
    }),
  ),
});

export const vorschauSchema = z.object({
  ...head,
  kommunen: z.array(z.object({ ...kommune, inhalt: z.string().nullable(), problem: z.string().nullable() })),
  unterschiede: z.array(
    z.object({ art: z.string(), label: z.string(), texte: z.array(z.string()), gleich: z.boolean() }),
  ),
});

export const durchgangSchema = z.object({
  dienst: z.string(),
  einlesung: z.string(),
  dateiname: z.string(),
  nichtGelesen: z.array(z.string()).describe('Spalten, die keine Angabe des Onlinedienstes nennen'),
  zeilen: z.array(
    z.object({
      zeile: z.number(),
      ...kommune,
      giltAb: z.string(),
      art: z.string(),
      aenderungen: z.array(z.object({ feld: z.string(), vorher: z.string(), nachher: z.string() })),
      fehler: z.array(z.string()),
    }),
  ),
});
