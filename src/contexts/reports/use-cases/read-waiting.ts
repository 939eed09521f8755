import type { Principal } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { berichtendeOf } from './people.ts';
import { berichteOf, readBericht } from './read-reports.ts';
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
  const waiting: WartenderBericht[] = [];
  for (const { id, nummer, titel, zustand, geaendertAm } of await berichteOf(deps, reader)) {
    if (zustand !== 'vorgelegt') continue;
    const bericht = await readBericht(deps, reader, id);
    if (bericht.ok && isSecond(bericht.value, reader.actor))
      waiting.push({ nummer, titel, href: `/berichte/${id}`, vorgelegtAm: geaendertAm });
  }
  return waiting;
}
