import { z } from 'zod';
import { type LocalDate, ok, parseLocalDate, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { leadOf } from '../use-cases/actors.ts';
import { planAusrollung } from '../use-cases/plan-ausrollung.ts';
import { putBack } from '../use-cases/put-back.ts';
import { takeStep } from '../use-cases/take-step.ts';
import { type Rolloutwunsch, vorschau } from '../use-cases/vorschau.ts';
import { vorschauAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { dienstParams, schrittBody, vorschauSchema, wunschBody, zurueckBody } from './schemas.ts';

/** Rolling a version out: looked at first, planned, step by step, and one Kommune put back. */
export function rolloutOperations(deps: ReleasesDeps): readonly Operation[] {
  const asLead = async <T>(
    principal: Principal | null,
    act: (lead: Lead) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const lead = await leadOf(deps, principal);
    return lead.ok ? act(lead.value) : lead;
  };
  return [
    operation({
      capability: 'releases.preview',
      method: 'post',
      path: '/fassungen/{dienst}/ausrollung/vorschau',
      summary: 'Was eine Ausrollung mit jeder Kommune täte; ändert nichts',
      access: manage,
      params: dienstParams,
      body: wunschBody,
      response: vorschauSchema,
      handle: ({ principal, params, body }) =>
        asLead(principal, async (lead) => {
          const wunsch = wunschOf(params.dienst, body);
          if (!wunsch.ok) return wunsch;
          const seen = await vorschau(deps, lead, wunsch.value);
          return seen.ok ? ok(vorschauAnswer(seen.value)) : seen;
        }),
    }),
    operation({
      capability: 'releases.roll-out',
      method: 'post',
      path: '/fassungen/{dienst}/ausrollung',
      summary: 'Eine Ausrollung planen; sie beginnt mit dem Schritt „beginnen“',
      access: manage,
      params: dienstParams,
      body: wunschBody,
      status: 201,
      response: z.object({ id: z.string(), version: z.number().int() }),
      handle: ({ principal, params, body }) =>
        asLead(principal, async (lead) => {
          const wunsch = wunschOf(params.dienst, body);
          return wunsch.ok ? planAusrollung(deps, lead, wunsch.value) : wunsch;
        }),
    }),
    operation({
      capability: 'releases.step',
      method: 'post',
      path: '/fassungen/{dienst}/ausrollung/schritt',
      summary: 'Beginnen, anhalten, fortsetzen, abschließen, zurücknehmen oder verwerfen',
      access: manage,
      params: dienstParams,
      body: schrittBody,
      response: z.object({ zustand: z.string(), vorgang: z.string().nullable() }),
      handle: ({ principal, params, body }) =>
        asLead(principal, async (lead) => {
          const stepped = await takeStep(deps, lead, { ...params, ...body });
          if (!stepped.ok) return stepped;
          const { zustand, vorgang } = stepped.value;
          return ok({ zustand, vorgang });
        }),
    }),
    operation({
      capability: 'releases.put-back',
      method: 'post',
      path: '/fassungen/{dienst}/zurueckstellen',
      summary: 'Eine Kommune auf eine andere angebotene Fassung stellen',
      access: manage,
      params: dienstParams,
      body: zurueckBody,
      response: z.object({ kommune: z.string(), fassung: z.string() }),
      handle: ({ principal, params, body }) =>
        asLead(principal, (lead) => putBack(deps, lead, { ...params, ...body })),
    }),
  ];
}

function wunschOf(dienst: string, body: z.output<typeof wunschBody>): Result<Rolloutwunsch> {
  const ring = (
    name: string,
    { ab, kommunen }: { readonly ab: string; readonly kommunen: readonly string[] },
  ) => {
    const day: Result<LocalDate> = parseLocalDate(ab);
    return day.ok ? ok({ name, ab: day.value, kommunen }) : day;
  };
  const pilot = ring('Pilotkommunen', body.pilot);
  if (!pilot.ok) return pilot;
  const wellen = [];
  for (const [index, welle] of body.wellen.entries()) {
    const read = ring(`Welle ${index + 1}`, welle);
    if (!read.ok) return read;
    wellen.push(read.value);
  }
  const alleAb = parseLocalDate(body.alleAb);
  return alleAb.ok
    ? ok({ dienst, fassung: body.fassung, pilot: pilot.value, wellen, alleAb: alleAb.value })
    : alleAb;
}
