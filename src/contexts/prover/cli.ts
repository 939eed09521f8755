import { resolve } from 'node:path';
import { ok, type Result } from '#kernel';
import type { Command, CommandOutput } from '#platform';
import type { ProverDeps } from './deps.ts';
import { isPublishable, type Proof, prove, unsoundProof } from './prove.ts';
import { proveDienst } from './prove-dienst.ts';
import { readDefinitions } from './read-definitions.ts';
import { jsonOfProof, linesOfProof } from './views.ts';

/** The prover on the command line. */
export function proverCommands(deps: ProverDeps): readonly Command[] {
  return [
    {
      capability: 'prover.prove',
      name: 'dienst pruefen',
      usage: '<Ordner|Datei|Onlinedienst>',
      summary:
        'Einen Onlinedienst prüfen: was nie erscheint, was einander widerspricht, wo es nicht weitergeht',
      arity: [1, 1],
      run: async ({ positionals: [target = ''] }) => proven(await proofsOf(deps, target)),
    },
  ];
}

type Named = readonly [name: string, proof: Proof];

async function proofsOf(deps: ProverDeps, target: string): Promise<Result<readonly Named[]>> {
  const known = (await deps.dienste()).some(({ id }) => id === target);
  if (known) {
    const result = await proveDienst(deps, target, Number.POSITIVE_INFINITY);
    return result.ok ? ok([[target, result.value.proof]]) : result;
  }
  const read = await readDefinitions(resolve(target));
  if (!read.ok) return read;
  const proofs: Named[] = [];
  for (const { name, form, refusal } of read.value) {
    const variant = { name: 'Grunddefinition', values: null };
    if (form) proofs.push([name, await prove([{ ...variant, form }], deps.clock.today())]);
    else if (refusal) proofs.push([name, unsoundProof(refusal, variant.name)]);
  }
  return ok(proofs);
}

function proven(proofs: Result<readonly Named[]>): Result<CommandOutput> {
  if (!proofs.ok) return proofs;
  return ok({
    json: Object.fromEntries(proofs.value.map(([name, proof]) => [name, jsonOfProof(proof)])),
    text: proofs.value.flatMap(([name, proof]) => linesOfProof(name, proof)).join('\n'),
    found: !proofs.value.every(([, proof]) => isPublishable(proof)),
  });
}
