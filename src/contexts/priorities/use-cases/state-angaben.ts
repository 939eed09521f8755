import { resolveLeistung, resolveOzgLeistung } from '#catalogue';
import { type FieldProblem, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { type Angabe, type BezugArt, parseRohwert } from '../domain/angabe.ts';
import { type Kriterium, kriterien } from '../domain/kriterium.ts';
import { changedMeanwhile, invalid } from '../errors.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { insertAngabe, readAngaben } from '../store-angaben.ts';
import type { Viewer } from './viewer.ts';

/** What somebody states: of a Leistung or of a whole OZG-Leistung, by one criterion. */
export interface Angabewunsch {
  /** `L00001`, a LeiKa key, an exact name; or `10123` for an OZG-Leistung. */
  readonly bezug: string;
  readonly kriterium: string;
  /** Empty takes a former statement back. */
  readonly wert: string;
  readonly quelle: string;
  /** Of which day the value is; empty is today. */
  readonly stand: string;
}

/** A statement that can be kept, and what was stated before. */
export interface GepruefteAngabe {
  readonly bezugArt: BezugArt;
  readonly bezugId: string;
  readonly bezugName: string;
  readonly kriterium: Kriterium;
  readonly rohwert: string | null;
  readonly quelle: string;
  readonly stand: LocalDate;
}

type Deps = Pick<PrioritiesDeps, 'db' | 'clock' | 'catalogue'>;

/** Checks what somebody states; names every field that does not fit. */
export async function checkAngabe(
  { catalogue, clock }: Pick<Deps, 'catalogue' | 'clock'>,
  { bezug, ...wunsch }: Angabewunsch,
): Promise<Result<GepruefteAngabe>> {
  const about = bezugOf(await catalogue(), bezug);
  const kriterium = kriterien.find((each) => each === wunsch.kriterium);
  const rohwert = kriterium ? parseRohwert(kriterium, wunsch.wert) : null;
  const today = clock.today();
  const stand = wunsch.stand.trim() === '' ? ok(today) : parseLocalDate(wunsch.stand.trim());
  const quelle = wunsch.quelle.trim();
  const fields: readonly FieldProblem[] = [
    ...(about.ok ? [] : [{ field: 'bezug', message: about.refusal.message }]),
    ...(kriterium
      ? []
      : [{ field: 'kriterium', message: `Ein Kriterium „${wunsch.kriterium.slice(0, 40)}“ gibt es nicht.` }]),
    ...(rohwert && !rohwert.ok ? [{ field: 'wert', message: rohwert.refusal.message }] : []),
    ...(quelle.length < 3 || quelle.length > 300
      ? [
          {
            field: 'quelle',
            message: 'Bitte nennen Sie die Quelle (3 bis 300 Zeichen): wer es sagt oder wo es steht.',
          },
        ]
      : []),
    ...(stand.ok ? [] : [{ field: 'stand', message: stand.refusal.message }]),
    ...(stand.ok && stand.value > today
      ? [{ field: 'stand', message: 'Der Stand einer Angabe liegt nicht in der Zukunft.' }]
      : []),
  ];
  if (fields.length > 0 || !about.ok || !kriterium || !rohwert?.ok || !stand.ok)
    return refuse(invalid(fields));
  return ok({ ...about.value, kriterium, rohwert: rohwert.value, quelle, stand: stand.value });
}

function bezugOf(
  catalogue: Awaited<ReturnType<Deps['catalogue']>>,
  text: string,
): Result<Pick<GepruefteAngabe, 'bezugArt' | 'bezugId' | 'bezugName'>> {
  if (/^(OZG\s*)?1\d{4}$/i.test(text.trim())) {
    const ozg = resolveOzgLeistung(catalogue, text.trim().replace(/^OZG\s*/i, ''));
    return ozg.ok
      ? ok({ bezugArt: 'ozg', bezugId: String(ozg.value.ozgId), bezugName: ozg.value.name })
      : ozg;
  }
  const leistung = resolveLeistung(catalogue, text);
  return leistung.ok
    ? ok({ bezugArt: 'leistung', bezugId: leistung.value.id, bezugName: leistung.value.name })
    : leistung;
}

/** Adds one statement over the Fassung that the person saw (0: none yet). */
export async function stateAngabe(
  deps: Deps,
  viewer: Viewer,
  wunsch: Angabewunsch,
  grundlage: number | null,
): Promise<Result<Angabe>> {
  const checked = await checkAngabe(deps, wunsch);
  if (!checked.ok) return checked;
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const before = current(await readAngaben(tx, viewer.tenant), checked.value);
    if (grundlage !== null && (before?.fassung ?? 0) !== grundlage) return refuse(changedMeanwhile);
    return keepAngabe(tx, viewer, checked.value, before, deps.clock.now());
  });
}

/** Adds many statements in one transaction, over whatever stood before; refuses all where one does not fit. */
export async function stateAngaben(
  deps: Deps,
  viewer: Viewer,
  wuensche: readonly Angabewunsch[],
): Promise<Result<number>> {
  const checked: GepruefteAngabe[] = [];
  for (const wunsch of wuensche) {
    const one = await checkAngabe(deps, wunsch);
    if (!one.ok) return one;
    checked.push(one.value);
  }
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const angaben = await readAngaben(tx, viewer.tenant);
    for (const angabe of checked) {
      const kept = await keepAngabe(tx, viewer, angabe, current(angaben, angabe), deps.clock.now());
      if (!kept.ok) throw new Error(kept.refusal.message);
    }
    return ok(checked.length);
  });
}

/** The newest statement about the same thing. */
export function current(
  angaben: readonly Angabe[],
  { bezugArt, bezugId, kriterium }: Pick<GepruefteAngabe, 'bezugArt' | 'bezugId' | 'kriterium'>,
): Angabe | null {
  return (
    angaben.find(
      (each) => each.bezugArt === bezugArt && each.bezugId === bezugId && each.kriterium === kriterium,
    ) ?? null
  );
}

/** Writes a checked statement after another one. */
export async function keepAngabe(
  tx: Tx,
  { tenant }: Viewer,
  { bezugName: _, ...angabe }: GepruefteAngabe,
  before: Angabe | null,
  now: Date,
): Promise<Result<Angabe>> {
  const next: Angabe = { ...angabe, fassung: (before?.fassung ?? 0) + 1, angegebenAm: now };
  if (!(await insertAngabe(tx, tenant, next))) return refuse(changedMeanwhile);
  await recordAudit(tx, {
    action: 'priorities.angabe.stated',
    object: { type: 'prioritaeten-angabe', id: `${next.bezugArt}:${next.bezugId}:${next.kriterium}` },
    summary: { wert: next.rohwert, quelle: next.quelle, fassung: next.fassung },
  });
  return ok(next);
}
