import type { Reader } from '#compass';
import {
  addDays,
  type FieldProblem,
  formatLocalDate,
  type LocalDate,
  ok,
  parseLocalDate,
  type Result,
  refuse,
} from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { resolveBody } from '#territory';
import type { Bestand } from '../domain/bestand.ts';
import {
  type FreigabeTeil,
  freigabeTeile,
  type OeffentlicherStand,
  oeffentlichOf,
} from '../domain/freigabe.ts';
import { changedMeanwhile, invalidBericht, standNotPublic } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import {
  endFreigaben,
  type FreigabeRow,
  insertFreigabe,
  type OeffentlichRow,
  readFreigaben,
  readOeffentlich,
} from '../store-freigaben.ts';
import { freeze } from './freeze.ts';

/** The longest that a release lasts without being renewed, in days. */
export const longestRelease = 366;

export interface FreigabeWunsch {
  readonly teile: readonly string[];
  readonly giltBis: string;
  /** The number of the newest release that the person had before their eyes; 0 for none. */
  readonly grundlage: number;
}

/** All releases of a Kommune, newest first. */
export function freigabenOf(
  { db }: Pick<ReportsDeps, 'db'>,
  { kommune, actor }: Reader,
): Promise<readonly FreigabeRow[]> {
  return db.withTenant(kommune.tenant, actor, readFreigaben);
}

/** What a release would make public today. */
export async function previewFreigabe(
  deps: ReportsDeps,
  reader: Reader,
  teile: readonly FreigabeTeil[],
): Promise<Result<OeffentlicherStand>> {
  const bestand = await freeze(deps, reader, deps.clock.today());
  return bestand.ok ? ok(oeffentlichOf(bestand.value, teile)) : bestand;
}

/** Makes the chosen parts of today's Stand public until a day; what was public before is replaced. */
export async function releaseStand(
  deps: ReportsDeps,
  reader: Reader,
  wunsch: FreigabeWunsch,
): Promise<Result<{ readonly nummer: number }>> {
  const heute = deps.clock.today();
  const parsed = parseWunsch(wunsch, heute);
  if (!parsed.ok) return refuse(invalidBericht(parsed.refusal));
  const bestand = await freeze(deps, reader, heute);
  return bestand.ok ? keep(deps, reader, wunsch.grundlage, parsed.value, bestand.value) : bestand;
}

function keep(
  { db, clock }: ReportsDeps,
  { kommune, actor }: Reader,
  grundlage: number,
  { teile, giltBis }: { readonly teile: readonly FreigabeTeil[]; readonly giltBis: LocalDate },
  bestand: Bestand,
): Promise<Result<{ readonly nummer: number }>> {
  const now = clock.now();
  const release = async (tx: Tx): Promise<Result<{ readonly nummer: number }>> => {
    const newest = (await readFreigaben(tx))[0]?.nummer ?? 0;
    if (newest !== grundlage) return refuse(changedMeanwhile);
    await endFreigaben(tx, now);
    const nummer = newest + 1;
    const row = { nummer, teile, stichtag: bestand.stichtag, giltBis, freigegebenAm: now };
    await insertFreigabe(tx, row, { ags: kommune.ags, inhalt: oeffentlichOf(bestand, teile) });
    await recordAudit(tx, {
      action: 'reports.stand.released',
      object: { type: 'reports.freigabe', id: String(nummer) },
      summary: { teile, giltBis },
    });
    return ok({ nummer });
  };
  return db.withReference(actor, release, kommune.tenant);
}

function parseWunsch({ teile, giltBis }: FreigabeWunsch, heute: LocalDate) {
  const problems: FieldProblem[] = [];
  const known = freigabeTeile.filter((teil) => teile.includes(teil));
  if (known.length === 0 || teile.some((teil) => !known.some((each) => each === teil)))
    problems.push({ field: 'teile', message: 'Bitte wählen Sie mindestens einen der genannten Teile.' });
  const day = parseLocalDate(giltBis.trim());
  const latest = addDays(heute, longestRelease);
  if (!day.ok) problems.push({ field: 'giltBis', message: day.refusal.message });
  else if (day.value < heute || day.value > latest)
    problems.push({
      field: 'giltBis',
      message: `Bitte nennen Sie einen Tag von heute bis ${formatLocalDate(latest)}.`,
    });
  return problems.length > 0 || !day.ok ? refuse(problems) : ok({ teile: known, giltBis: day.value });
}

/** Takes back what is public, at once. */
export function endRelease(
  { db, clock }: ReportsDeps,
  { kommune, actor }: Reader,
): Promise<Result<{ readonly beendet: number }>> {
  const end = async (tx: Tx): Promise<Result<{ readonly beendet: number }>> => {
    const beendet = await endFreigaben(tx, clock.now());
    if (beendet > 0)
      await recordAudit(tx, {
        action: 'reports.stand.release-ended',
        object: { type: 'reports.freigabe', id: 'alle' },
        summary: { beendet },
      });
    return ok({ beendet });
  };
  return db.withReference(actor, end, kommune.tenant);
}

/** What a Kommune has made public; refuses where nothing is. */
export async function publicStand(
  { db, clock, compass }: Pick<ReportsDeps, 'db' | 'clock' | 'compass'>,
  name: string,
): Promise<Result<OeffentlichRow>> {
  const body = resolveBody((await compass.world()).territory, name);
  if (!body.ok) return body;
  const [row] = await db.withPublic((tx) => readOeffentlich(tx, clock.today(), body.value.ags));
  return row ? ok(row) : refuse(standNotPublic(body.value.name));
}

/** What all Kommunen have made public. */
export function allPublicStaende({
  db,
  clock,
}: Pick<ReportsDeps, 'db' | 'clock'>): Promise<readonly OeffentlichRow[]> {
  return db.withPublic((tx) => readOeffentlich(tx, clock.today()));
}
