import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { kopfOf } from './dateien.ts';
import { alleDatensaetze, datensatzNamed } from './katalog.ts';

const kopf = z.object({
  name: z.string(),
  titel: z.string(),
  beschreibung: z.string(),
  quelle: z.string(),
  herausgeber: z.string(),
  lizenz: z.object({ name: z.string(), url: z.string().nullable() }),
  stand: z.string(),
  version: z.string(),
  anzahl: z.number(),
  spalten: z.array(z.object({ name: z.string(), typ: z.string(), beschreibung: z.string() })),
});

const wert = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** Open data in the JSON API. */
export function openDataOperations(deps: ReportsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'reports.open-data',
      method: 'get',
      path: '/offene-daten',
      summary: 'Alle offenen Datensätze mit Lizenz, Stand, Fassung und Spalten',
      access: 'public',
      response: z.object({ datensaetze: z.array(kopf) }),
      handle: async () => ok({ datensaetze: (await alleDatensaetze(deps)).map(kopfOf) }),
    }),
    operation({
      capability: 'reports.open-data.file',
      method: 'get',
      path: '/offene-daten/{name}',
      summary: 'Ein offener Datensatz mit allen Zeilen',
      access: 'public',
      params: z.object({ name: z.string() }),
      response: kopf.extend({ zeilen: z.array(z.array(wert)) }),
      handle: async ({ params: { name } }) => {
        const found = await datensatzNamed(deps, name);
        if (!found.ok) return found;
        return ok({ ...kopfOf(found.value), zeilen: [...found.value.zeilen()].map((zeile) => [...zeile]) });
      },
    }),
  ];
}
