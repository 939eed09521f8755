import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation } from '#platform';
import type { Anbindung } from '../domain/anbindung.ts';
import { schritte } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { changeState, moveToNewest, planGoLive } from '../use-cases/change-state.ts';
import { asEditor, readerOf } from '../use-cases/editor.ts';
import { expressInterest } from '../use-cases/express-interest.ts';
import { goLiveCheck } from '../use-cases/go-live-check.ts';
import { listAnbindungen, readDetail } from '../use-cases/read-anbindungen.ts';
import { saveParameters } from '../use-cases/save-parameters.ts';
import { anbindungAnswer, anbindungDetailAnswer, stateAnswer } from '../views/answers.ts';
import { anbindungDetailSchema, anbindungSchema, stateSchema } from './schemas.ts';

const access = { permission: 'efa.anbindung.manage' } as const;
const params = z.object({ dienst: z.string().describe('Kennung des Onlinedienstes') });
const version = z
  .number()
  .int()
  .min(1)
  .describe('Die gelesene Version; eine neuere wird nicht überschrieben');
const stepNames = schritte.filter((schritt) => schritt !== 'parameter-erfassen');

/** The Anbindungen of the own Kommune in the JSON API. */
export function anbindungOperations(deps: EfaDeps): readonly Operation[] {
  return [...readOperations(deps), ...changeOperations(deps)];
}

function readOperations(deps: EfaDeps): readonly Operation[] {
  return [
    operation({
      capability: 'efa.anbindungen',
      method: 'get',
      path: '/anbindungen',
      summary: 'Die Anbindungen der eigenen Kommune',
      access: 'signed-in',
      response: z.object({ anbindungen: z.array(anbindungSchema) }),
      handle: async ({ principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        return ok({ anbindungen: (await listAnbindungen(deps, reader.value)).map(anbindungAnswer) });
      },
    }),
    operation({
      capability: 'efa.anbindung',
      method: 'get',
      path: '/anbindungen/{dienst}',
      summary: 'Eine Anbindung mit Parametern und Prüfung vor dem Start',
      access: 'signed-in',
      params,
      response: anbindungDetailSchema,
      handle: async ({ params: { dienst }, principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const detail = await readDetail(deps, reader.value, dienst);
        if (!detail.ok) return detail;
        const items = await goLiveCheck(deps, reader.value, dienst);
        return items.ok ? ok(anbindungDetailAnswer(detail.value, items.value, deps.clock.today())) : items;
      },
    }),
  ];
}

function changeOperations(deps: EfaDeps): readonly Operation[] {
  const answer = async (result: Promise<Result<Anbindung>>) => {
    const done = await result;
    return done.ok ? ok(stateAnswer(done.value)) : done;
  };
  return [
    operation({
      capability: 'efa.anbindung.interest',
      method: 'post',
      path: '/anbindungen/{dienst}',
      summary: 'Interesse an einem Onlinedienst bekunden',
      access,
      params,
      response: stateSchema,
      status: 201,
      handle: ({ params: { dienst }, principal }) =>
        answer(asEditor(deps, principal, (editor) => expressInterest(deps, editor, dienst))),
    }),
    operation({
      capability: 'efa.anbindung.parameters',
      method: 'patch',
      path: '/anbindungen/{dienst}/parameters',
      summary: 'Parameter angeben, die ab einem Tag gelten; Beträge in Cent',
      access,
      params,
      body: z.strictObject({
        version,
        giltAb: z.string().optional().describe('JJJJ-MM-TT, frühestens heute'),
        values: z.record(z.string(), z.unknown()).describe('Was nicht genannt ist, bleibt; null nimmt weg'),
      }),
      response: stateSchema,
      handle: ({ params: { dienst }, body, principal }) => {
        const { giltAb, ...rest } = body;
        const input = { dienst, ...rest, ...(giltAb === undefined ? {} : { giltAb }) };
        return answer(asEditor(deps, principal, (editor) => saveParameters(deps, editor, input)));
      },
    }),
    operation({
      capability: 'efa.anbindung.step',
      method: 'post',
      path: '/anbindungen/{dienst}/steps',
      summary: 'Einen Schritt gehen: testen, live schalten, aussetzen, fortsetzen, beenden',
      access,
      params,
      body: z.strictObject({ version, schritt: z.enum(stepNames), grund: z.string().default('') }),
      response: stateSchema,
      handle: ({ params: { dienst }, body, principal }) =>
        answer(asEditor(deps, principal, (editor) => changeState(deps, editor, { dienst, ...body }))),
    }),
    operation({
      capability: 'efa.anbindung.plan',
      method: 'put',
      path: '/anbindungen/{dienst}/plan',
      summary: 'Den geplanten Starttag vermerken; er schaltet nichts',
      access,
      params,
      body: z.strictObject({ version, geplantAm: z.string().nullable() }),
      response: stateSchema,
      handle: ({ params: { dienst }, body, principal }) => {
        const input = { dienst, version: body.version, geplantAm: body.geplantAm ?? '' };
        return answer(asEditor(deps, principal, (editor) => planGoLive(deps, editor, input)));
      },
    }),
    operation({
      capability: 'efa.anbindung.move',
      method: 'post',
      path: '/anbindungen/{dienst}/move',
      summary: 'Auf die neueste Fassung des Onlinedienstes wechseln',
      access,
      params,
      body: z.strictObject({ version }),
      response: stateSchema,
      handle: ({ params: { dienst }, body, principal }) =>
        answer(asEditor(deps, principal, (editor) => moveToNewest(deps, editor, { dienst, ...body }))),
    }),
  ];
}
