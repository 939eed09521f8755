import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { DescriptionsDeps } from '../deps.ts';
import { resumeReading } from '../use-cases/begin-reading.ts';
import { findReading } from '../use-cases/read-readings.ts';
import { discardReading, takeOver } from '../use-cases/take-over.ts';
import { einlesungSchema, jsonOfEinlesung } from '../views/xzufi-json.ts';
import { access, answered, known } from './xzufi-operation-parts.ts';

const params = z.object({ nummer: z.coerce.number().int().min(1) });

/** Looking at one reading, and deciding about it. */
export function readingOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'descriptions.xzufi.read',
      method: 'get',
      path: '/xzufi/einlesungen/{nummer}',
      summary: 'Eine Lieferung: wie weit sie gelesen ist, was sie ändern würde',
      access,
      params,
      response: einlesungSchema,
      handle: async ({ params: { nummer } }) => answered(await findReading(deps, nummer)),
    }),
    operation({
      capability: 'descriptions.xzufi.take-over',
      method: 'post',
      path: '/xzufi/einlesungen/{nummer}/uebernahme',
      summary: 'Eine gelesene Lieferung übernehmen',
      access,
      params,
      body: z.strictObject({
        endenBestaetigt: z.boolean().default(false).describe('Nötig, wo mehr als ein Zehntel enden würde'),
      }),
      response: z.object({ einlesung: einlesungSchema, geaendert: z.boolean() }),
      handle: async ({ principal, params: { nummer }, body }) => {
        const taken = await takeOver(deps, known(principal), nummer, body);
        if (!taken.ok) return taken;
        const { einlesung, changed } = taken.value;
        return ok({ einlesung: jsonOfEinlesung(einlesung), geaendert: changed });
      },
    }),
    operation({
      capability: 'descriptions.xzufi.discard',
      method: 'post',
      path: '/xzufi/einlesungen/{nummer}/verwerfung',
      summary: 'Eine Lieferung verwerfen; der Bestand bleibt, wie er ist',
      access,
      params,
      response: einlesungSchema,
      handle: async ({ principal, params: { nummer } }) =>
        answered(await discardReading(deps, known(principal), nummer)),
    }),
    operation({
      capability: 'descriptions.xzufi.resume',
      method: 'post',
      path: '/xzufi/einlesungen/{nummer}/fortsetzung',
      summary: 'Eine Lieferung weiterlesen, wo sie aufgehört hat',
      access,
      params,
      response: einlesungSchema,
      handle: async ({ principal, params: { nummer } }) =>
        answered(await resumeReading(deps, known(principal), nummer)),
    }),
  ];
}
