import type { Kostenplan } from './domain/kostenplan.ts';

// A composed plan as JSON: cents are numbers there, whole and far below what a number holds exactly.

interface WithCent {
  readonly cent: number;
}

type PlanJson = Omit<Kostenplan, 'positionen' | 'uebertraege'> & {
  readonly positionen: readonly (Omit<Kostenplan['positionen'][number], 'betrag'> & {
    readonly betrag:
      | (WithCent & { readonly art: 'fest' })
      | Extract<Kostenplan['positionen'][number]['betrag'], { readonly art: 'je-fall' }>;
  })[];
  readonly uebertraege: readonly (Omit<Kostenplan['uebertraege'][number], 'cent'> & WithCent)[];
};

/** A composed plan, to be kept. */
export function planToJson(plan: Kostenplan): PlanJson {
  return {
    ...plan,
    positionen: plan.positionen.map(({ betrag, ...position }) => ({
      ...position,
      betrag: betrag.art === 'fest' ? { art: 'fest', cent: Number(betrag.cent) } : betrag,
    })),
    uebertraege: plan.uebertraege.map((one) => ({ ...one, cent: Number(one.cent) })),
  };
}

/** A composed plan that was kept. */
export function planFromJson(kept: PlanJson): Kostenplan {
  return {
    ...kept,
    positionen: kept.positionen.map(({ betrag, ...position }) => ({
      ...position,
      betrag: betrag.art === 'fest' ? { art: 'fest', cent: BigInt(betrag.cent) } : betrag,
    })),
    uebertraege: kept.uebertraege.map((one) => ({ ...one, cent: BigInt(one.cent) })),
  };
}

export type { PlanJson };
