import { z } from 'zod';

const counts = z.record(
  z.string(),
  z.object({ neu: z.int(), geaendert: z.int(), entfallen: z.int(), gleich: z.int() }),
);

const refused = z.object({
  ok: z.literal(false),
  refusal: z.object({
    message: z.string(),
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  }),
});

const change = z.object({ entry: z.string(), field: z.string(), before: z.string(), after: z.string() });

/** What the worker wrote of a preview. */
export const previewResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      stand: z.string(),
      counts,
      added: z.array(z.string()),
      changed: z.array(change),
      removed: z.array(z.string()),
    }),
  }),
  refused,
]);

/** What the worker wrote of an import. */
export const applyResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.object({ fassung: z.int(), changed: z.boolean(), counts }) }),
  refused,
]);

export type RefusedWork = z.infer<typeof refused>['refusal'];
