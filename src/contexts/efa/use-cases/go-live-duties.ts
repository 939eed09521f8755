import type { Leistung } from '#catalogue';
import { verdictOf } from '#duties';
import { formatLocalDate } from '#kernel';
import type { CheckItem } from '../domain/check-item.ts';
import type { EfaDeps, ProbeSubject } from '../doors-deps.ts';

export async function dutyItems(
  deps: CheckDeps,
  { kommune, dienst, date }: ProbeSubject,
): Promise<readonly CheckItem[]> {
  const [{ catalogue, duties }, ended] = await Promise.all([deps.world(), deps.ended(date)]);
  const body = duties.bodyByAgs.get(kommune.ags);
  const leistungen = dienst.covers.flatMap(({ leika }) => catalogue.leistungByLeika.get(leika) ?? []);
  const items = leistungen.map((leistung): CheckItem & { readonly own: boolean } => {
    const line = { id: `zustaendigkeit-${leistung.id}`, what: `Zuständigkeit: ${leistung.name}` };
    const href = `/kommunen/${kommune.ags}/pflichten/${leistung.id}`;
    const ende = ended.get(leistung.id);
    if (ende) {
      const how = `Diese Leistung gibt es seit dem ${formatLocalDate(ende)} nicht mehr.`;
      return { ...line, href, ok: false, required: false, who: 'IT-Dienstleister', how, own: false };
    }
    if (!body) {
      const how = `${kommune.name} steht nicht im Verzeichnis der Körperschaften.`;
      return { ...line, href, ok: false, required: true, who: 'IT-Dienstleister', how, own: false };
    }
    const { verdict, open, stelle } = verdictOf(duties, leistung, body, date);
    const own = verdict === 'selbst';
    if (verdict === 'offen') {
      const how = `Noch offen: ${open?.text ?? ''} Das hält den Start nicht auf, wenn Ihre Kommune für eine andere Leistung dieses Dienstes zuständig ist.`;
      return { ...line, href, ok: false, required: false, who: 'IT-Dienstleister', how, own };
    }
    const other = `Zuständig ist nicht Ihre Kommune (${stelle?.name ?? verdict}). Ein Antrag dazu käme bei der falschen Stelle an.`;
    return {
      ...line,
      href,
      ok: own,
      required: true,
      who: 'IT-Dienstleister',
      how: own ? 'Ihre Kommune ist selbst zuständig.' : other,
      own,
    };
  });
  const some = items.some(({ own }) => own);
  return [
    ...items.map(({ own, ...item }) => item),
    ...(some ? [] : [ownDutyMissing(kommune.ags, leistungen)]),
  ];
}

/** A service for which no duty of the Kommune is known does not go live. */
function ownDutyMissing(ags: string, leistungen: readonly Leistung[]): CheckItem {
  return {
    id: 'zustaendigkeit',
    what: 'Ihre Kommune ist für mindestens eine der Leistungen selbst zuständig',
    ok: false,
    required: true,
    who: 'IT-Dienstleister',
    how: 'Für keine der Leistungen ist belegt, dass Ihre Kommune zuständig ist. Der IT-Dienstleister kann eine Regel ergänzen oder eine Bestimmung bestätigen.',
    href: leistungen[0] ? `/kommunen/${ags}/pflichten/${leistungen[0].id}` : `/kommunen/${ags}/pflichten`,
  };
}

export type CheckDeps = Pick<EfaDeps, 'db' | 'clock' | 'probes' | 'world' | 'ended' | 'zustellpunkte'>;
