import { z } from 'zod';
import { type Operation, operation } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { answerOverview } from './answer-overview.ts';
import { rollen } from './uebersicht.ts';

const schritt = z.object({ label: z.string(), href: z.string() });
const uebersicht = z.object({
  rolle: z.enum(rollen),
  titel: z.string(),
  lead: z.string(),
  anfang: z.object({ text: z.string(), schritte: z.array(schritt) }).nullable(),
  kennzahlen: z.array(z.object({ label: z.string(), wert: z.number(), text: z.string(), href: z.string() })),
  aufteilung: z
    .object({
      titel: z.string(),
      text: z.string(),
      teile: z.array(z.string()),
      zeilen: z.array(z.object({ label: z.string(), href: z.string(), werte: z.array(z.number()) })),
    })
    .nullable(),
  listen: z.array(
    z.object({
      titel: z.string(),
      spalten: z.array(z.string()),
      zeilen: z.array(z.object({ label: z.string(), href: z.string(), werte: z.array(z.string()) })),
      leer: z.string(),
      mehr: z.string().nullable(),
    }),
  ),
  schritte: z.array(schritt),
});

/** The overview in the JSON API. */
export function overviewOperations(deps: ReportsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'reports.overview',
      method: 'get',
      path: '/uebersicht',
      summary: 'Was ansteht, was fehlt und was alt ist, je nach Aufgabe',
      access: 'signed-in',
      response: uebersicht,
      handle: ({ principal }) => answerOverview(deps, principal),
    }),
  ];
}
