import { z } from 'zod';
import { stateVorgabe } from '#efa/parameter';
import { ok, type Result, refuse } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { notManager } from '../errors.ts';
import { type Asker, askerOf, changerOf } from '../use-cases/asker.ts';
import { beginneEinlesen, uebernimmEinlesen, zeigeEinlesen } from '../use-cases/einlesen.ts';
import { rechteOf, setzeRecht } from '../use-cases/eintragungsrecht.ts';
import { erbeOf } from '../use-cases/erbe.ts';
import { pruefeDienst } from '../use-cases/pruefe-dienst.ts';
import { uebersichtOf } from '../use-cases/uebersicht.ts';
import { vergleiche } from '../use-cases/vergleiche.ts';
import { nebeneinander } from '../use-cases/vorschau.ts';
import { werteOf } from '../use-cases/werte.ts';
import {
  durchgangAnswer,
  erbeAnswer,
  pruefungAnswer,
  rechtAnswer,
  vergleichAnswer,
  vorschauAnswer,
  werteAnswer,
} from '../views/answers.ts';
import { tagOf } from './answers.ts';
import {
  durchgangSchema,
  erbeSchema,
  overviewSchema,
  pruefungSchema,
  vergleichSchema,
  vorschauSchema,
  werteSchema,
} from './schemas.ts';

const params = z.object({ dienst: z.string().describe('Kennung des Onlinedienstes') });
const day = z.object({ datum: z.string().optional().describe('Stichtag, sonst heute') });

/** This room in the JSON API. */
export function parametersOperations(deps: ParametersDeps): readonly Operation[] {
  return [...readOperations(deps), ...wholeOperations(deps), ...writeOperations(deps), importOperation(deps)];
}

async function as<T>(
  deps: ParametersDeps,
  principal: Principal | null,
  act: (asker: Asker) => Promise<Result<T>>,
  find = askerOf,
): Promise<Result<T>> {
  const asker = await find(deps, principal);
  return asker.ok ? act(asker.value) : asker;
}

function answered<T, R>(result: Result<T>, answer: (value: T) => R): Result<R> {
  return result.ok ? ok(answer(result.value)) : result;
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

function writeOperations(deps: ParametersDeps): readonly Operation[] {
  return [
    operation({
      capability: 'parameters.inherit.state',
      method: 'post',
      path: '/parameter/{dienst}/erbe',
      summary: 'Einen Wert für alle Kommunen eines Landes oder Kreises vorgeben oder zurücknehmen',
      access: 'signed-in',
      params,
      body: z.strictObject({
        gebiet: z.string(),
        name: z.string(),
        wert: z.unknown(),
        verbindlich: z.boolean().optional(),
        grundlage: z.string(),
        giltAb: z.string().optional(),
      }),
      response: z.object({ gebiet: z.string(), name: z.string(), giltAb: z.string() }),
      handle: ({ principal, params: { dienst }, body: { giltAb, verbindlich = false, ...body } }) =>
        stateVorgabe(deps.efa, principal, { dienst, verbindlich, ...body, ...(giltAb ? { giltAb } : {}) }),
    }),
    operation({
      capability: 'parameters.right',
      method: 'put',
      path: '/parameter/eintragungsrecht',
      summary: 'Einem IT-Dienstleister erlauben, Werte einzutragen, oder es zurücknehmen',
      access: 'signed-in',
      body: z.strictObject({ anbieter: z.string().describe('Kennung oder Name'), erteilt: z.boolean() }),
      response: z.object({ anbieter: z.string(), name: z.string(), erteilt: z.boolean() }),
      handle: ({ principal, body }) =>
        as(
          deps,
          principal,
          async (asker) =>
            asker.art === 'kommune'
              ? answered(await setzeRecht(deps, asker, body), rechtAnswer)
              : refuse(notManager),
          changerOf,
        ),
    }),
  ];
}

function importOperation(deps: ParametersDeps): Operation {
  return operation({
    capability: 'parameters.import',
    method: 'post',
    path: '/parameter/{dienst}/einlesen',
    summary: 'Eine Tabelle mit Kommunen und Werten prüfen, und mit „uebernehmen“ die guten Zeilen speichern',
    access: 'signed-in',
    params,
    bodyLimit: 14_000_000,
    body: z.strictObject({
      name: z.string().max(200),
      base64: z.base64(),
      uebernehmen: z.boolean().optional(),
    }),
    response: durchgangSchema,
    handle: ({ principal, params: { dienst }, body: { name, base64, uebernehmen = false } }) =>
      as(
        deps,
        principal,
        async (asker) => {
          const bytes = Buffer.from(base64, 'base64');
          const id = await beginneEinlesen(deps, asker, dienst, { name, bytes });
          if (!id.ok) return id;
          const through = await (uebernehmen ? uebernimmEinlesen : zeigeEinlesen)(
            deps,
            asker,
            dienst,
            id.value,
          );
          return answered(through, (value) => durchgangAnswer(value, id.value));
        },
        changerOf,
      ),
  });
}
