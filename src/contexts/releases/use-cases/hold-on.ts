import type { Editor } from '#efa';
import { readLiveOfDienst } from '#efa/fassungen';
import {
  dayInGermany,
  formatLocalDate,
  type LocalDate,
  ok,
  parseLocalDate,
  type Result,
  refuse,
} from '#kernel';
import { recordAudit } from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import { istSicherheit, stichtag } from '../domain/festhalten.ts';
import { invalid, notViewer, securityCannotWait } from '../errors.ts';
import { readNotizen } from '../store-meldung.ts';
import { insertFesthaltung, readOwnFesthaltungen } from '../store-zug.ts';
import { angeboteOf } from './actors.ts';

/** That a Kommune stays with its version, or no longer does. */
export interface FesthaltenEingabe {
  readonly dienst: string;
  readonly grund: string;
  /** Without a day until the cut-off. */
  readonly bis: string;
  readonly loesen: boolean;
}

/** Until when a Kommune may stay with its version; `null` where a security fault is mended, so that it may not. */
export async function festhaltbarBis(
  deps: Pick<ReleasesDeps, 'db'>,
  dienst: string,
  vonFassung: string,
): Promise<Result<LocalDate | null>> {
  const angebote = await angeboteOf(deps, dienst);
  if (!angebote.ok) return angebote;
  const newest = angebote.value.findLast(({ zurueckgezogen }) => !zurueckgezogen) ?? angebote.value[0];
  const notizen = await deps.db.withPublic((tx) => readNotizen(tx, dienst));
  if (istSicherheit(notizen, vonFassung, newest.fassung)) return ok(null);
  const notiz = notizen.find(({ fassung }) => fassung === newest.fassung) ?? null;
  return ok(stichtag(notiz, dayInGermany(newest.angebotenAm)));
}

/** Keeps a Kommune at its version until a day, the cut-off at the latest; a mended security fault nobody puts off. */
export async function holdOn(
  deps: ReleasesDeps,
  { actor, kommune }: Editor,
  { dienst, grund, bis, loesen }: FesthaltenEingabe,
): Promise<Result<{ readonly bis: LocalDate; readonly geloest: boolean }>> {
  const live = (await deps.db.withPublic((tx) => readLiveOfDienst(tx, dienst))).find(
    ({ tenant }) => tenant === kommune.tenant,
  );
  if (!live) return refuse(notViewer);
  const angebote = await angeboteOf(deps, dienst);
  if (!angebote.ok) return angebote;
  const latest = await festhaltbarBis(deps, dienst, live.fassung);
  if (!latest.ok) return latest;
  if (latest.value === null && !loesen) return refuse(securityCannotWait);
  const most = latest.value ?? deps.clock.today();
  const day = bis.trim() === '' ? ok(most) : parseLocalDate(bis.trim());
  if (!day.ok) return refuse(invalid([{ field: 'bis', message: day.refusal.message }]));
  const problems = loesen ? [] : problemsOf(grund, day.value, most, deps.clock.today());
  if (problems.length > 0) return refuse(invalid(problems));
  const line = { dienst, ags: kommune.ags, bis: day.value, grund: grund.trim() || 'gelöst', geloest: loesen };
  await deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    await insertFesthaltung(tx, kommune.tenant, angebote.value[0].anbieterId, {
      ...line,
      am: deps.clock.now(),
    });
    await recordAudit(tx, {
      action: loesen ? 'releases.pin.released' : 'releases.pinned',
      object: { type: 'efa.anbindung', id: dienst },
      summary: { fassung: live.fassung, bis: day.value },
    });
  });
  return ok({ bis: day.value, geloest: loesen });
}

function problemsOf(grund: string, bis: LocalDate, most: LocalDate, today: LocalDate) {
  const problem = (field: string, message: string) => ({ field, message });
  const long = grund.trim().length < 3 || grund.length > 1000;
  return [
    ...(long ? [problem('grund', 'Bitte nennen Sie den Grund, in höchstens 1000 Zeichen.')] : []),
    ...(bis < today ? [problem('bis', 'Dieser Tag ist schon vorbei.')] : []),
    ...(bis > most
      ? [
          problem(
            'bis',
            `Der IT-Dienstleister trägt die frühere Fassung nur bis zum Stichtag ${formatLocalDate(most)}.`,
          ),
        ]
      : []),
  ];
}

/** What the Kommune holds on to, by service. */
export async function ownFesthaltungen(deps: Pick<ReleasesDeps, 'db'>, { actor, kommune }: Editor) {
  const rows = await deps.db.withTenant(kommune.tenant, actor, readOwnFesthaltungen);
  return new Map(rows.filter(({ geloest }) => !geloest).map((one) => [one.dienst, one]));
}
