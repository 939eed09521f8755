import { z } from 'zod';
import { stateVorgabe } from '#efa/parameter';
import { refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { notManager } from '../errors.ts';
import { changerOf } from '../use-cases/asker.ts';
import { beginneEinlesen, uebernimmEinlesen, zeigeEinlesen } from '../use-cases/einlesen.ts';
import { setzeRecht } from '../use-cases/eintragungsrecht.ts';
import { durchgangAnswer, rechtAnswer } from '../views/answers.ts';
import { answered, as, params } from './operation-parts.ts';
import { durchgangSchema } from './schemas.ts';

/** What changes something. */
export function writeOperations(deps: ParametersDeps): readonly Operation[] {
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
    importOperation(deps),
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
