import type { TenantId } from '#platform';
import type { Figures } from './open-figures.ts';

/** Whose figures somebody may see, by name or in sums: a bit for each body of the matrix. */
export interface VisibleBodies {
  readonly bodies: Uint8Array;
  /** Bodies of the circle that do not share, so that a figure can say who is missing. */
  readonly withoutConsent: number;
}

/**
 * Own data always; of the others of the circle those who consent today. A Kommune's circle is that of its
 * IT-Dienstleister; whoever belongs to none sees nothing but its own.
 */
export function visibleBodies(
  { matrix, sharing }: Pick<Figures, 'matrix' | 'sharing'>,
  tenant: TenantId,
): VisibleBodies {
  const circles = new Set<string>([tenant]);
  for (const { kommune, provider } of sharing) if (kommune === tenant && provider) circles.add(provider);
  const shown = new Set<string>();
  const silent = new Set<string>();
  for (const { kommune, ags, provider, consents } of sharing) {
    if (kommune === tenant || (consents && provider !== null && circles.has(provider))) shown.add(ags);
    else if (provider !== null && circles.has(provider)) silent.add(ags);
  }
  for (const ags of shown) silent.delete(ags);
  return {
    bodies: Uint8Array.from(matrix.bodies, ({ ags }) => (shown.has(ags) ? 1 : 0)),
    withoutConsent: silent.size,
  };
}
