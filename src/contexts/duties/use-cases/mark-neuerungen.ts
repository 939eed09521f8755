import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type Principal, recordAudit } from '#platform';
import { type NeuerungAktion, standAfter } from '../domain/neuerung.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { notAllowed } from '../errors.ts';
import { writeStaende } from '../store-neuerungen.ts';
import { ownNeuerungen } from './neuerungen.ts';

/** Which consequences are meant: some of a Fassung, or all of it to which the action applies. */
export interface MarkedNeuerungen {
  readonly fassung: number;
  readonly leistungen: readonly string[] | 'alle';
  readonly aktion: NeuerungAktion;
}

/** Marks consequences for one's own Kommune. Refuses one that is not there, and an action that its state does not allow. */
export async function markNeuerungen(
  deps: DutiesDeps,
  principal: Principal | null,
  { fassung, leistungen, aktion }: MarkedNeuerungen,
): Promise<Result<{ readonly anzahl: number }>> {
  if (!principal?.tenant || !principal.permissions.has('duties.neuerung.mark'))
    return refuse(notAllowed('Neuerungen abhaken'));
  const news = await ownNeuerungen(deps, principal);
  if (!news.ok) return news;
  const own = news.value.neuerungen.filter((one) => one.fassung === fassung);
  const wanted = leistungen === 'alle' ? own : own.filter(({ entry }) => leistungen.includes(entry.id));
  if (leistungen !== 'alle' && wanted.length !== new Set(leistungen).size) return refuse(neuerungUnknown);
  const rows = wanted.flatMap(({ entry, stand }) => {
    const next = standAfter(stand, aktion);
    return next === null ? [] : [{ fassung, leistungId: entry.id, stand: next }];
  });
  if (leistungen !== 'alle' && rows.length !== wanted.length) return refuse(notInThisState);
  if (rows.length === 0) return ok({ anzahl: 0 });
  const tenant = principal.tenant;
  await deps.db.withTenant(tenant, principal.actor, async (tx) => {
    await writeStaende(tx, tenant, rows);
    await recordAudit(tx, {
      action: 'duties.neuerung.marked',
      object: { type: 'catalogue.fassung', id: String(fassung) },
      summary: {
        aktion,
        anzahl: String(rows.length),
        ...(rows.length === 1 ? { leistung: rows[0]?.leistungId ?? '' } : {}),
      },
    });
  });
  return ok({ anzahl: rows.length });
}

const neuerungUnknown: Refusal = {
  kind: 'not-found',
  code: 'DUTIES_NEUERUNG_UNKNOWN',
  message: 'Diese Neuerung gibt es für Ihre Kommune nicht. Vielleicht wurde die Fassung zurückgenommen.',
};

const notInThisState: Refusal = {
  kind: 'conflict',
  code: 'DUTIES_NEUERUNG_STATE',
  message:
    'Das ist schon geschehen: Jemand anderes hat den Eintrag inzwischen geändert. Bitte laden Sie die Liste neu.',
};
