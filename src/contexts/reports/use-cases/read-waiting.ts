import type { Principal } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { berichtendeOf } from './people.ts';
import { berichteOf } from './read-reports.ts';
import { isSecond } from './steps.ts';

/** A report that stands still until somebody decides. */
export interface WartenderBericht {
  readonly nummer: number;
  readonly titel: string;
  readonly href: string;
  readonly vorgelegtAm: Date;
}

/** The reports that wait for this person's release: presented, and by somebody else. */
export async function wartendeBerichte(
  deps: Pick<ReportsDeps, 'db' | 'compass'>,
  principal: Principal | null,
): Promise<readonly WartenderBericht[]> {
  if (!principal?.permissions.has('reports.approve')) return [];
  const who = await berichtendeOf(deps, principal, 'freigeben');
  if (!who.ok) return [];
  const { reader } = who.value;
  return (await berichteOf(deps, reader))
    .filter((bericht) => bericht.zustand === 'vorgelegt' && isSecond(bericht, reader.actor))
    .map(({ id, nummer, titel, geaendertAm }) => ({
      nummer,
      titel,
      href: `/berichte/${id}`,
      vorgelegtAm: geaendertAm,
    }));
}
