import { z } from 'zod';
import { type Operation, operation } from '#platform';
import { abschnittKeys } from '../domain/abschnitt.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { createBericht, reviseBericht } from '../use-cases/write-report.ts';
import { asPerson } from './as-person.ts';

const write = { permission: 'reports.write' } as const;
const params = z.object({ id: z.string() });
const abschnitte = z.array(z.strictObject({ key: z.enum(abschnittKeys), anmerkung: z.string().default('') }));

/** Making a report and writing on. */
export function reportWriteOperations(deps: ReportsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'reports.create',
      method: 'post',
      path: '/berichte',
      summary: 'Einen Bericht anlegen; die Zahlen werden jetzt gezogen',
      access: write,
      body: z.strictObject({
        titel: z.string(),
        stichtag: z.string().default('').describe('JJJJ-MM-TT, ohne Angabe heute'),
        einleitung: z.string().default(''),
        abschnitte: abschnitte.default(abschnittKeys.map((key) => ({ key, anmerkung: '' }))),
      }),
      response: z.object({ id: z.string(), nummer: z.number() }),
      status: 201,
      handle: ({ principal, body }) =>
        asPerson(deps, principal, 'schreiben', ({ reader }) => createBericht(deps, reader, body)),
    }),
    operation({
      capability: 'reports.revise',
      method: 'patch',
      path: '/berichte/{id}',
      summary: 'Eine neue Fassung eines Entwurfs schreiben',
      access: write,
      params,
      body: z.strictObject({
        grundlage: z.number().int().describe('Die gelesene Fassung; eine neuere wird nicht überschrieben'),
        titel: z.string().optional(),
        einleitung: z.string().optional(),
        abschnitte: abschnitte.optional(),
        stichtag: z.string().optional().describe('Zieht die Zahlen neu, mit diesem Stichtag'),
      }),
      response: z.object({ fassung: z.number() }),
      handle: ({ principal, params: { id }, body }) => {
        const { grundlage, titel, einleitung, abschnitte: chosen, stichtag } = body;
        const aenderung = {
          grundlage,
          ...(titel === undefined ? {} : { titel }),
          ...(einleitung === undefined ? {} : { einleitung }),
          ...(chosen === undefined ? {} : { abschnitte: chosen }),
          ...(stichtag === undefined ? {} : { stichtag }),
        };
        return asPerson(deps, principal, 'schreiben', ({ reader }) =>
          reviseBericht(deps, reader, id, aenderung),
        );
      },
    }),
  ];
}
