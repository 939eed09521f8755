import { ok, type Result } from '#kernel';
import { numberIn, type PageRequest } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { type Berichtende, berichtendeOf, type Recht } from '../use-cases/people.ts';
import { type Bericht, readBericht } from '../use-cases/read-reports.ts';

/** A report with whoever opened it. */
export interface Asked {
  readonly who: Berichtende;
  readonly bericht: Bericht;
}

/** The report that an address names, in the version that it names. */
export async function askBericht(
  deps: ReportsDeps,
  { principal, params, query }: PageRequest,
  recht: Recht,
): Promise<Result<Asked>> {
  const who = await berichtendeOf(deps, principal, recht);
  if (!who.ok) return who;
  const fassung = numberIn(query.get('fassung'));
  const bericht = await readBericht(
    deps,
    who.value.reader,
    params.id ?? '',
    fassung === 0 ? undefined : fassung,
  );
  return bericht.ok ? ok({ who: who.value, bericht: bericht.value }) : bericht;
}
