import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { ProverDeps } from '../deps.ts';
import { proveDienst } from '../prove-dienst.ts';
import { jsonOfProof } from '../views.ts';

const pathSchema = z.object({ answers: z.record(z.string(), z.json()), pages: z.array(z.string()) });

const proofSchema = z.object({
  dienst: z.object({ id: z.string(), title: z.string(), version: z.number() }),
  inUse: z.number(),
  errors: z.number(),
  warnings: z.number(),
  variants: z.array(z.string()),
  pages: z.number(),
  findings: z.array(
    z.object({
      kind: z.string(),
      severity: z.enum(['error', 'warning']),
      label: z.string(),
      place: z.string(),
      message: z.string(),
      remedy: z.string(),
      because: z.array(z.string()),
      path: pathSchema.nullable(),
      variants: z.array(z.string()),
    }),
  ),
  undecided: z.array(
    z.object({ place: z.string(), question: z.string(), cases: z.number(), variants: z.array(z.string()) }),
  ),
});

/** The prover in the JSON API. */
export function proverOperations(deps: ProverDeps): readonly Operation[] {
  return [
    operation({
      capability: 'prover.prove',
      method: 'get',
      path: '/onlinedienste/{dienst}/pruefung',
      summary: 'Einen Onlinedienst prüfen, mit den Schichten und Werten, die in Gebrauch sind',
      access: { permission: 'workshop.author' },
      params: z.object({ dienst: z.string().describe('Kennung des Onlinedienstes') }),
      response: proofSchema,
      handle: async ({ params }) => {
        const result = await proveDienst(deps, params.dienst);
        if (!result.ok) return result;
        const { dienst, proof, variants } = result.value;
        return ok({ dienst, inUse: variants, ...jsonOfProof(proof) });
      },
    }),
  ];
}
