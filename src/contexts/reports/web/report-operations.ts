import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import { abschnittKeys } from '../domain/abschnitt.ts';
import { type SchrittArt, zustaende } from '../domain/bericht.ts';
import { pdfWaits } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { pdfOf } from '../use-cases/make-pdf.ts';
import { type Berichtende, berichtendeOf, type Recht } from '../use-cases/people.ts';
import { berichteOf, readBericht } from '../use-cases/read-reports.ts';
import { takeStep } from '../use-cases/steps.ts';
import { createBericht, reviseBericht } from '../use-cases/write-report.ts';
import { berichtJson, berichtSchema, kurzJson, kurzSchema } from '../views/report-json.ts';

const read = { permission: 'compass.stand.read' } as const;
const write = { permission: 'reports.write' } as const;
const approve = { permission: 'reports.approve' } as const;
const params = z.object({ id: z.string() });
const version = z.object({ fassung: z.coerce.number().int().positive().optional() });
const abschnitte = z.array(z.strictObject({ key: z.enum(abschnittKeys), anmerkung: z.string().default('') }));

/** Runs with whoever may, else gives the refusal on. */
export async function asPerson<T>(
  deps: ReportsDeps,
  principal: Principal | null,
  recht: Recht,
  act: (who: Berichtende) => Promise<Result<T>>,
): Promise<Result<T>> {
  const who = await berichtendeOf(deps, principal, recht);
  return who.ok ? act(who.value) : who;
}

/** The reports of the own Kommune. */
export function reportOperations(deps: ReportsDeps): readonly Operation[] {
  return [...reading(deps), ...writing(deps), ...steps(deps)];
}

function reading(deps: ReportsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'reports.list',
      method: 'get',
      path: '/berichte',
      summary: 'Die Berichte der eigenen Kommune',
      access: read,
      response: z.object({ berichte: z.array(kurzSchema) }),
      handle: ({ principal }) =>
        asPerson(deps, principal, 'lesen', async ({ reader }) =>
          ok({ berichte: (await berichteOf(deps, reader)).map(kurzJson) }),
        ),
    }),
    operation({
      capability: 'reports.show',
      method: 'get',
      path: '/berichte/{id}',
      summary: 'Ein Bericht mit allen Zahlen und den Leistungen dahinter',
      access: read,
      params,
      query: version,
      response: berichtSchema,
      handle: ({ principal, params: { id }, query }) =>
        asPerson(deps, principal, 'lesen', async ({ reader }) => {
          const found = await readBericht(deps, reader, id, query.fassung);
          return found.ok ? ok(berichtJson(found.value)) : found;
        }),
    }),
    operation({
      capability: 'reports.pdf',
      method: 'get',
      path: '/berichte/{id}/pdf',
      summary: 'Der Bericht als PDF; wird er noch erstellt, antwortet die Adresse mit 409',
      access: read,
      params,
      query: version,
      response: z.object({ dateiname: z.string(), inhalt: z.string().describe('base64') }),
      handle: ({ principal, params: { id }, query }) =>
        asPerson(deps, principal, 'lesen', async ({ reader }) => {
          const found = await pdfOf(deps, reader, id, query.fassung);
          if (!found.ok) return found;
          const { fileName, pdf } = found.value;
          return pdf ? ok({ dateiname: fileName, inhalt: pdf.toString('base64') }) : refuse(pdfWaits);
        }),
    }),
  ];
}

function writing(deps: ReportsDeps): readonly Operation[] {
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

function steps(deps: ReportsDeps): readonly Operation[] {
  const step = (
    capability: string,
    name: string,
    summary: string,
    { art, recht, access }: { art: SchrittArt; recht: Recht; access: { readonly permission: string } },
  ) =>
    operation({
      capability,
      method: 'post',
      path: `/berichte/{id}/${name}`,
      summary,
      access,
      params,
      body: z.strictObject({
        fassung: z.number().int().describe('Die gelesene Fassung'),
        begruendung: z.string().default(''),
      }),
      response: z.object({ zustand: z.enum(zustaende) }),
      handle: ({ principal, params: { id }, body }) =>
        asPerson(deps, principal, recht, (who) => takeStep(deps, who, id, { art, ...body })),
    });
  return [
    step('reports.submit', 'vorlegen', 'Einen Entwurf zur Freigabe vorlegen', {
      art: 'vorgelegt',
      recht: 'schreiben',
      access: write,
    }),
    step('reports.return', 'zurueckgeben', 'Einen vorgelegten Bericht mit Begründung zurückgeben', {
      art: 'zurueckgegeben',
      recht: 'freigeben',
      access: approve,
    }),
    step('reports.approve', 'freigeben', 'Einen vorgelegten Bericht als zweite Person freigeben', {
      art: 'freigegeben',
      recht: 'freigeben',
      access: approve,
    }),
    step('reports.withdraw', 'zurueckziehen', 'Einen Bericht mit Begründung zurückziehen', {
      art: 'zurueckgezogen',
      recht: 'zurueckziehen',
      access: read,
    }),
  ];
}
