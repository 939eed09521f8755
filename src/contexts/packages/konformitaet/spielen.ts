import type { Onlinedienst } from '#forms/onlinedienst';
import { beispielwerte, type Durchlauf, spiele, type Testfall } from '#forms/testfaelle';
import type { Urteil } from '../domain/urteil.ts';

/** What came of a service's test cases on a portal. */
export interface Probelauf {
  /** `null` where the service does not run there, so that nothing can be played. */
  readonly durchlauf: Durchlauf | null;
  /** Cases that this portal cannot play, and why. */
  readonly ausgelassen: readonly { readonly id: string; readonly titel: string; readonly grund: string }[];
  /** What is not compared, because the portal does not do it. */
  readonly ungeprueft: readonly string[];
}

/** Plays the cases as far as the portal goes: without fees where it computes none, without those of several rows where it has no repetition. */
export function spieleAuf(dienst: Onlinedienst, faelle: readonly Testfall[], urteil: Urteil): Probelauf {
  const fehlt = new Set(urteil.gruende.map(({ faehigkeit }) => faehigkeit.id));
  if (urteil.art === 'nicht') return { durchlauf: null, ausgelassen: [], ungeprueft: [] };
  const zuViele = faelle.filter((fall) => fehlt.has('gruppe') && hasSeveralRows(fall));
  const spielbar = faelle.filter((fall) => !zuViele.includes(fall)).map((fall) => vereinfacht(fall, fehlt));
  return {
    durchlauf: spiele(dienst, spielbar, beispielwerte(dienst.definition.parameters)),
    ausgelassen: zuViele.map(({ id, title: titel }) => ({
      id,
      titel,
      grund: 'Der Fall hat mehr als einen Eintrag; hier hat ein Antrag nur einen.',
    })),
    ungeprueft: [
      ...(fehlt.has('gebuehr') ? ['die Gebühr'] : []),
      ...(fehlt.has('mehrere-stellen') ? ['die Stellen'] : []),
    ],
  };
}

function hasSeveralRows({ answers }: Testfall): boolean {
  return Object.values(answers).some(
    (answer) => Array.isArray(answer) && answer.length > 1 && answer.every((row) => isRow(row)),
  );
}

/** A row of a group; files are objects in a list too, but have the name of a file. */
function isRow(row: unknown): boolean {
  return typeof row === 'object' && row !== null && !('bytes' in row && 'type' in row);
}

function vereinfacht(fall: Testfall, fehlt: ReadonlySet<string>): Testfall {
  const { feeCents, offices } = fall.expect;
  return {
    ...fall,
    expect: {
      ...fall.expect,
      feeCents: fehlt.has('gebuehr') ? null : feeCents,
      offices: fehlt.has('mehrere-stellen') ? null : offices,
    },
  };
}
