import type { Onlinedienst } from '#forms/onlinedienst';
import { ok, type Result, refuse } from '#kernel';
import type { ProverDeps } from './deps.ts';
import { dienstUnknown } from './errors.ts';
import { type Proof, prove } from './prove.ts';

/** So many variants are proven while somebody waits; the command line takes all. */
export const variantsAtOnce = 12;

export interface DienstProof {
  readonly dienst: { readonly id: string; readonly title: string; readonly version: number };
  /** What was proven, so that its conditions can be said. */
  readonly gezeigt: Onlinedienst;
  readonly proof: Proof;
  /** How many variants are in use; more than were proven where somebody waits. */
  readonly variants: number;
}

/** Proves an Onlinedienst of this installation with the overlays and values in use. */
export async function proveDienst(
  { clock, dienste, variantsOf }: ProverDeps,
  id: string,
  most: number = variantsAtOnce,
): Promise<Result<DienstProof>> {
  const all = await dienste();
  const dienst = all.find((each) => each.id === id.trim());
  if (!dienst) return refuse(dienstUnknown(id, all));
  const variants = await variantsOf(dienst);
  const proof = await prove(variants.slice(0, most), clock.today());
  const { title, version } = dienst;
  return ok({ dienst: { id: dienst.id, title, version }, gezeigt: dienst, proof, variants: variants.length });
}
