import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { notManager } from '../errors.ts';
import { rechteOf } from '../use-cases/eintragungsrecht.ts';
import { erbeOf } from '../use-cases/erbe.ts';
import { pruefeDienst } from '../use-cases/pruefe-dienst.ts';
import { uebersichtOf } from '../use-cases/uebersicht.ts';
import { vergleiche } from '../use-cases/vergleiche.ts';
import { nebeneinander } from '../use-cases/vorschau.ts';
import { werteOf } from '../use-cases/werte.ts';
import {
  erbeAnswer,
  pruefungAnswer,
  rechtAnswer,
  vergleichAnswer,
  vorschauAnswer,
  werteAnswer,
} from '../views/answers.ts';
import { tagOf } from './answers.ts';
import { answered, as, params } from './operation-parts.ts';
import {
  erbeSchema,
  overviewSchema,
  pruefungSchema,
  vergleichSchema,
  vorschauSchema,
  werteSchema,
} from './schemas.ts';
import { writeOperations } from './write-operations.ts';

const day = z.object({ datum: z.string().optional().describe('Stichtag, sonst heute') });

/** This room in the JSON API. */
export function parametersOperations(deps: ParametersDeps): readonly Operation[] {
  return [...readOperations(deps), ...wholeOperations(deps), ...writeOperations(deps)];
}

function readOperations(deps: ParametersDeps): readonly Operation[] {
  const { clock } = deps.efa;
  return [
    operation({
      capability: 'parameters.overview',
      method: 'get',
      path: '/parameter',
      summary:
        'Onlinedienste mit Zahl der eigenen und vorgegebenen Werte, und wer für die Kommune eintragen darf',
      access: 'signed-in',
      response: overviewSchema,
      handle: ({ principal }) =>
        as(deps, principal, async (asker) => {
          const rechte = asker.art === 'kommune' ? await rechteOf(deps, asker) : [];
          const dienste = (await uebersichtOf(deps, asker)).map((each) => ({ ...each }));
          return ok({ dienste, rechte: rechte.map(rechtAnswer) });
        }),
    }),
    operation({
      capability: 'parameters.values',
      method: 'get',
      path: '/parameter/{dienst}',
      summary: 'Die eigenen Werte an einem Tag, woher jeder kommt und was sich ändert',
      access: 'signed-in',
      params,
      query: day,
      response: werteSchema,
      handle: ({ principal, params: { dienst }, query }) =>
        as(deps, principal, async (asker) => {
          if (asker.art !== 'kommune') return refuse(notManager);
          const tag = tagOf(query.datum, clock.today());
          return tag.ok ? answered(await werteOf(deps, asker, dienst, tag.value), werteAnswer) : tag;
        }),
    }),
    operation({
      capability: 'parameters.lint',
      method: 'get',
      path: '/parameter/{dienst}/pruefung',
      summary: 'Was an den Werten fehlt, abgelaufen ist, sich widerspricht oder schwer zu lesen ist',
      access: 'signed-in',
      params,
      response: pruefungSchema,
      handle: ({ principal, params: { dienst } }) =>
        as(deps, principal, async (asker) =>
          answered(await pruefeDienst(deps, asker, dienst), pruefungAnswer),
        ),
    }),
  ];
}

function wholeOperations(deps: ParametersDeps): readonly Operation[] {
  const { clock } = deps.efa;
  return [
    operation({
      capability: 'parameters.compare',
      method: 'get',
      path: '/parameter/{dienst}/vergleich',
      summary: 'Kommunen und ihre Werte an einem Tag, und wer vom Üblichen abweicht',
      access: 'signed-in',
      params,
      query: day,
      response: vergleichSchema,
      handle: ({ principal, params: { dienst }, query }) =>
        as(deps, principal, async (asker) => {
          const tag = tagOf(query.datum, clock.today());
          return tag.ok ? answered(await vergleiche(deps, asker, dienst, tag.value), vergleichAnswer) : tag;
        }),
    }),
    operation({
      capability: 'parameters.inherit',
      method: 'get',
      path: '/parameter/{dienst}/erbe',
      summary: 'Was Land und Kreise für alle Kommunen darunter vorgeben',
      access: 'signed-in',
      params,
      response: erbeSchema,
      handle: ({ principal, params: { dienst } }) =>
        as(deps, principal, async (asker) => answered(await erbeOf(deps, asker, dienst), erbeAnswer)),
    }),
    operation({
      capability: 'parameters.preview',
      method: 'get',
      path: '/parameter/{dienst}/vorschau',
      summary: 'Was sich auf der Seite von zwei bis vier Kommunen unterscheidet',
      access: 'signed-in',
      params,
      query: day.extend({
        kommunen: z.string().optional().describe('Schlüssel oder Namen, mit Komma getrennt'),
      }),
      response: vorschauSchema,
      handle: ({ principal, params: { dienst }, query }) =>
        as(deps, principal, async (asker) => {
          const tag = tagOf(query.datum, clock.today());
          if (!tag.ok) return tag;
          const kommunen = namesIn(query.kommunen);
          return answered(
            await nebeneinander(deps, asker, dienst, { kommunen, tag: tag.value }),
            vorschauAnswer,
          );
        }),
    }),
  ];
}

function namesIn(text = ''): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}
