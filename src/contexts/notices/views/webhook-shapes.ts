import { z } from 'zod';
import { type Webhook, type Zustellung, zustellungStates } from '../domain/webhook.ts';

export const webhookBody = z.strictObject({
  bezeichnung: z.string(),
  url: z.string(),
  ereignisse: z.array(z.string()).max(50),
});

export const webhookSchema = z.object({
  id: z.string(),
  bezeichnung: z.string(),
  url: z.string(),
  ereignisse: z.array(z.string()),
  zustand: z.enum(['aktiv', 'abgeschaltet']),
  grund: z.string().nullable(),
  angelegtAm: z.string(),
});

export const webhookDetailSchema = webhookSchema.extend({
  zustellungen: z.array(
    z.object({
      id: z.string(),
      ereignis: z.string(),
      zustand: z.enum(zustellungStates),
      versuche: z.number(),
      antwort: z.number().nullable(),
      grund: z.string().nullable(),
      angelegtAm: z.string(),
      zugestelltAm: z.string().nullable(),
    }),
  ),
});

export function webhookAnswer(webhook: Webhook): z.input<typeof webhookSchema> {
  const { id, bezeichnung, url, ereignisse, zustand, grund } = webhook;
  const angelegtAm = webhook.angelegtAm.toISOString();
  return { id, bezeichnung, url, ereignisse: [...ereignisse], zustand, grund, angelegtAm };
}

export function webhookDetailAnswer({
  webhook,
  zustellungen,
}: {
  readonly webhook: Webhook;
  readonly zustellungen: readonly Zustellung[];
}): z.input<typeof webhookDetailSchema> {
  return {
    ...webhookAnswer(webhook),
    zustellungen: zustellungen.map((one) => ({
      id: one.id,
      ereignis: one.ereignis,
      zustand: one.zustand,
      versuche: one.versuche,
      antwort: one.antwort,
      grund: one.grund,
      angelegtAm: one.angelegtAm.toISOString(),
      zugestelltAm: one.zugestelltAm?.toISOString() ?? null,
    })),
  };
}
