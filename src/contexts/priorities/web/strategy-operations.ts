import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { abweichungArten, dienstArten, entscheide } from '../domain/strategie.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { decideStrategie, deviate } from '../use-cases/decide-strategie.ts';
import { readStrategiedetail, readStrategieliste } from '../use-cases/strategie.ts';
import { deviatorOf, managerOf, viewerOf } from '../use-cases/viewer.ts';
import { abweichungAnswer, standAnswer, strategiezeileAnswer } from '../views/answers.ts';
import { abweichungSchema, standSchema, strategiezeileSchema } from './schemas.ts';

const params = z.object({
  art: z.enum(dienstArten),
  id: z.string().describe('Kennung des Dienstes in seinem Register'),
});

/** The Einführungsstrategie: read, decided, and what Kommunen do instead. */
export function strategyOperations(deps: PrioritiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'strategy.list',
      method: 'get',
      path: '/einfuehrungsstrategie',
      summary: 'Jeder EfA-Dienst mit seinem Entscheid und den Abweichungen, die Sie sehen dürfen',
      access: 'signed-in',
      response: z.object({ dienste: z.array(strategiezeileSchema) }),
      handle: async ({ principal }) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const zeilen = await readStrategieliste(deps, viewer.value);
        return ok({ dienste: zeilen.map(strategiezeileAnswer) });
      },
    }),
    operation({
      capability: 'strategy.show',
      method: 'get',
      path: '/einfuehrungsstrategie/{art}/{id}',
      summary: 'Ein EfA-Dienst mit allen Entscheiden, der neueste zuerst',
      access: 'signed-in',
      params,
      response: strategiezeileSchema.extend({ verlauf: z.array(standSchema) }),
      handle: async ({ params: { art, id }, principal }) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const detail = await readStrategiedetail(deps, viewer.value, art, id);
        return detail.ok
          ? ok({ ...strategiezeileAnswer(detail.value), verlauf: detail.value.verlauf.map(standAnswer) })
          : detail;
      },
    }),
    decideOperation(deps),
    deviateOperation(deps),
  ];
}

function decideOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'strategy.decide',
    method: 'put',
    path: '/einfuehrungsstrategie/{art}/{id}',
    summary: 'Festhalten, wer einen EfA-Dienst einführt: alle, wer will, nicht oder später',
    access: manage,
    params,
    body: z.strictObject({
      entscheid: z.enum(entscheide),
      quartal: z.string().max(20).default('').describe('JJJJ-Qn; bei „nicht“ darf es fehlen'),
      grund: z.string().max(1000),
      verantwortlich: z.string().max(200).describe('Eine Stelle, keine Person'),
      sitzungsbeschluss: z.string().min(1).max(200).nullable().default(null),
      grundlage: z.int().min(0).describe('Gelesene Fassung; 0: es gab noch keinen Entscheid'),
    }),
    response: standSchema,
    handle: async ({ params: dienst, body, principal }) => {
      const manager = await managerOf(deps, principal, 'Über die Einführung entscheiden');
      if (!manager.ok) return manager;
      const decided = await decideStrategie(deps, manager.value, dienst, body);
      return decided.ok ? ok(standAnswer(decided.value)) : decided;
    },
  });
}

function deviateOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'strategy.deviate',
    method: 'put',
    path: '/einfuehrungsstrategie/{art}/{id}/abweichung',
    summary: 'Sagen, dass die eigene Kommune etwas anderes tut, und warum',
    access: { permission: 'compass.manage' },
    params,
    body: z.strictObject({
      abweichung: z.enum(abweichungArten),
      quartal: z.string().max(20).default('').describe('JJJJ-Qn; nötig bei „spaeter“'),
      grund: z.string().max(1000),
    }),
    response: abweichungSchema,
    handle: async ({ params: dienst, body, principal }) => {
      const deviator = await deviatorOf(deps, principal);
      if (!deviator.ok) return deviator;
      const said = await deviate(deps, deviator.value, dienst, body);
      return said.ok ? ok(abweichungAnswer(said.value)) : said;
    },
  });
}
