import type { Kostenplan, Schluessel } from './kostenplan.ts';

/** The key of use that replaces the positions' own when the Steuerungsgruppe was not unanimous; `undefined` when it was. */
export function rueckfallOf({ beschluss, schluessel }: Kostenplan): Schluessel | undefined {
  return beschluss?.einstimmig === false ? schluessel.find(({ art }) => art === 'nutzung') : undefined;
}
