import { type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { invalidField } from '../domain/invalid-field.ts';
import type { AuditChain, AuditSearch } from './read-audit.ts';

/** A search as the API or the command line words it. */
export interface AuditQuery {
  readonly chain: AuditChain;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** Parses the days of a search; a wrong one is refused with its field. */
export function parseAuditSearch(query: AuditQuery): Result<AuditSearch> {
  const from = dayOf('from', query.from);
  if (!from.ok) return from;
  const to = dayOf('to', query.to);
  if (!to.ok) return to;
  const { chain, action, actor, objectType, objectId, page, size } = query;
  const filter = { action, actor, objectType, objectId, fromDay: from.value, toDay: to.value };
  return ok({ chain, filter, page: { page, size } });
}

function dayOf(field: string, text: string | undefined): Result<LocalDate | undefined> {
  if (text === undefined) return ok(undefined);
  const day = parseLocalDate(text);
  return day.ok ? day : refuse(invalidField('DATE_INVALID', field, day.refusal.message));
}
