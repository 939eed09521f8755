import type { Leistung } from '#catalogue';
import { type DutiesWorld, type Verdict, verdictOf } from '#duties';
import { formatLocalDate, type LocalDate } from '#kernel';
import { bezirkKeyOf, isBezirkKey } from '#standards/regional-keys';
import type { CheckItem } from '../domain/check-item.ts';
import type { EfaDeps, Kommune } from '../doors-deps.ts';

/** What is known of a Leistung's competence: whether the body that offers it answers for it. */
interface Competence {
  readonly own: boolean;
  readonly ok: boolean;
  readonly required: boolean;
  readonly how: string;
}

/** Who wants to offer which Leistungen, on which day. */
export interface DutySubject {
  readonly kommune: Pick<Kommune, 'ags' | 'name'>;
  readonly dienst: { readonly covers: readonly { readonly leika: string }[] };
  readonly date: LocalDate;
}

/** Whether the body that connects is competent for the Leistungen of the service, one line each. */
export async function dutyItems(
  deps: Pick<EfaDeps, 'world' | 'ended'>,
  { kommune, dienst, date }: DutySubject,
): Promise<readonly CheckItem[]> {
  const [world, ended] = await Promise.all([deps.world(), deps.ended(date)]);
  const leistungen = dienst.covers.flatMap(({ leika }) => world.catalogue.leistungByLeika.get(leika) ?? []);
  const items = leistungen.map((leistung) => {
    const ende = ended.get(leistung.id);
    const { own, ...competence } = ende ? over(ende) : competenceOf(world, leistung, kommune, date);
    return { own, item: { ...lineOf(leistung, kommune.ags), ...competence } };
  });
  const some = items.some(({ own }) => own);
  return [...items.map(({ item }) => item), ...(some ? [] : [ownDutyMissing(kommune.ags, leistungen)])];
}

function lineOf({ id, name }: Leistung, ags: string) {
  return {
    id: `zustaendigkeit-${id}`,
    what: `Zuständigkeit: ${name}`,
    who: 'IT-Dienstleister',
    href: isBezirkKey(ags) ? `/leistungen/${id}` : `/kommunen/${ags}/pflichten/${id}`,
  } as const;
}

function over(ende: LocalDate): Competence {
  const how = `Diese Leistung gibt es seit dem ${formatLocalDate(ende)} nicht mehr.`;
  return { ok: false, required: false, how, own: false };
}

function competenceOf(
  world: DutiesWorld,
  leistung: Leistung,
  { ags, name }: DutySubject['kommune'],
  date: LocalDate,
): Competence {
  if (isBezirkKey(ags)) return competenceOfBezirk(world, leistung, ags, date);
  const body = world.duties.bodyByAgs.get(ags);
  if (body) return competenceBy(verdictOf(world.duties, leistung, body, date));
  const land = landWithoutRules(world, ags);
  if (land !== null) return declaredCompetence(leistung, land);
  const how = `${name} steht nicht im Verzeichnis der Körperschaften.`;
  return { ok: false, required: true, how, own: false };
}

function competenceBy({ verdict, open, stelle }: Verdict): Competence {
  if (verdict === 'offen') {
    const how = `Noch offen: ${open?.text ?? ''} Das hält den Start nicht auf, wenn Ihre Kommune für eine andere Leistung dieses Dienstes zuständig ist.`;
    return { ok: false, required: false, how, own: false };
  }
  if (verdict === 'selbst')
    return { ok: true, required: true, how: 'Ihre Kommune ist selbst zuständig.', own: true };
  const how = `Zuständig ist nicht Ihre Kommune (${stelle?.name ?? verdict}). Ein Antrag dazu käme bei der falschen Stelle an.`;
  return { ok: false, required: true, how, own: false };
}

/** The Land of a key for whose bodies no rules are known; null where its bodies are judged by rules, or there is none. */
function landWithoutRules({ duties, territory }: DutiesWorld, ags: string): string | null {
  const code = ags.slice(0, 2);
  for (const body of duties.bodyByAgs.values()) if (body.land === code) return null;
  return territory.laender.find((land) => land.code === code)?.name ?? null;
}

/** Where no rules are known, what the Onlinedienst says of itself counts, and says that it is an assumption. */
function declaredCompetence({ typ }: Leistung, land: string): Competence {
  if (typ === '1') {
    const how = 'Diese Leistung führt der Bund aus. Ein Antrag dazu käme bei der falschen Stelle an.';
    return { ok: false, required: true, how, own: false };
  }
  const how = `Annahme: Für ${land} sind keine Regeln der Zuständigkeit erfasst. Es gilt, was der Onlinedienst angibt: Ihre Kommune ist zuständig. Bitte prüfen Sie das.`;
  return { ok: true, required: true, how, own: true };
}

/** An office of the Land answers for a Regierungsbezirk where the rules name it from every Gemeinde there. */
function competenceOfBezirk(
  { duties }: DutiesWorld,
  leistung: Leistung,
  key: string,
  date: LocalDate,
): Competence {
  const gemeinden = [...duties.bodyByAgs.values()].filter(
    ({ ags }) => ags.length === 8 && bezirkKeyOf(ags) === key,
  );
  const own =
    gemeinden.length > 0 &&
    gemeinden.every((body) => verdictOf(duties, leistung, body, date).stelle?.name === 'Bezirksregierung');
  const how = own
    ? 'Zuständig ist die Bezirksregierung: von jeder Gemeinde des Regierungsbezirks aus.'
    : 'Aus den Gemeinden des Regierungsbezirks ist nicht die Bezirksregierung zuständig.';
  return { ok: own, required: true, how, own };
}

/** A service for which no duty of the Kommune is known does not go live. */
function ownDutyMissing(ags: string, leistungen: readonly Leistung[]): CheckItem {
  const [first] = leistungen;
  const all = isBezirkKey(ags) ? '/leistungen' : `/kommunen/${ags}/pflichten`;
  return {
    id: 'zustaendigkeit',
    what: 'Ihre Kommune ist für mindestens eine der Leistungen selbst zuständig',
    ok: false,
    required: true,
    who: 'IT-Dienstleister',
    how: 'Für keine der Leistungen ist belegt, dass Ihre Kommune zuständig ist. Der IT-Dienstleister kann eine Regel ergänzen oder eine Bestimmung bestätigen.',
    href: first ? lineOf(first, ags).href : all,
  };
}
