import { addDays, type LocalDate, ok, type Page, type PageRequest, type Result, refuse } from '#kernel';
import {
  type AuditFilter,
  type AuditLine,
  type ChainCheck,
  installationChain,
  recordAudit,
  searchAudit,
  type Tx,
  verifyAuditChain,
} from '#platform';
import { auditForbidden } from '../errors.ts';
import { listMembers } from '../store/members.ts';
import { listTokens } from '../store/tokens.ts';
import { membersOfActor } from './actors.ts';
import type { Caller, Storage } from './deps.ts';
import { openMember } from './sealed-member.ts';

/** Whose lines: the caller's organisation, or the installation (imports, operation). */
export type AuditChain = 'organisation' | 'installation';

/** A line with its actor in words, and the name of the member it is about. */
export interface NamedAuditLine extends AuditLine {
  readonly actorName: string;
  readonly objectName: string | null;
}

export interface AuditSearch {
  readonly chain: AuditChain;
  readonly filter: Omit<AuditFilter, 'from' | 'before'> & {
    /** First and last day, both inclusive, in German time. */
    readonly fromDay?: LocalDate | undefined;
    readonly toDay?: LocalDate | undefined;
  };
  readonly page: PageRequest;
}

/** Searches the audit trail. That names were shown is itself a line of it. */
export async function readAudit(
  deps: Storage,
  caller: Caller,
  search: AuditSearch,
): Promise<Result<Page<NamedAuditLine>>> {
  if (!mayRead(caller, search.chain)) return refuse(auditForbidden);
  const filter = { ...search.filter, ...timesOf(search.filter) };
  if (search.chain === 'installation') {
    const found = await deps.db.withReference(caller.actor, (tx) =>
      searchAudit(tx, installationChain, filter, search.page),
    );
    return ok({
      ...found,
      rows: found.rows.map((line) => ({ ...line, actorName: line.actor, objectName: null })),
    });
  }
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const found = await searchAudit(tx, caller.tenant, filter, search.page);
    return ok({ ...found, rows: await withNames(tx, deps, caller, found.rows) });
  });
}

/** Recomputes the hash chain and says whether it holds. */
export async function checkAuditChain(
  deps: Storage,
  caller: Caller,
  chain: AuditChain,
): Promise<Result<ChainCheck>> {
  if (!mayRead(caller, chain)) return refuse(auditForbidden);
  if (chain === 'installation')
    return ok(await deps.db.withReference(caller.actor, (tx) => verifyAuditChain(tx, installationChain)));
  return ok(
    await deps.db.withTenant(caller.tenant, caller.actor, (tx) => verifyAuditChain(tx, caller.tenant)),
  );
}

function mayRead(caller: Caller, chain: AuditChain): boolean {
  return caller.permissions.has(chain === 'installation' ? 'audit.installation' : 'audit.read');
}

/** The instants at which German days begin and end. */
function timesOf(filter: AuditSearch['filter']): { from?: Date; before?: Date } {
  return {
    ...(filter.fromDay ? { from: startOfDay(filter.fromDay) } : {}),
    ...(filter.toDay ? { before: startOfDay(addDays(filter.toDay, 1)) } : {}),
  };
}

const germanHour = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  hourCycle: 'h23',
});

function startOfDay(day: LocalDate): Date {
  const midnight = new Date(`${day}T00:00:00Z`);
  // Midnight UTC is one or two o'clock in Germany; that many hours earlier the day began there.
  return new Date(midnight.getTime() - Number.parseInt(germanHour.format(midnight), 10) * 3_600_000);
}

async function withNames(
  tx: Tx,
  deps: Storage,
  caller: Caller,
  lines: readonly AuditLine[],
): Promise<readonly NamedAuditLine[]> {
  const names = await namesOf(tx, deps, caller, lines);
  return lines.map((line) => ({
    ...line,
    actorName: actorName(line.actor, names),
    objectName: names.get(line.objectId) ?? null,
  }));
}

async function namesOf(
  tx: Tx,
  deps: Storage,
  caller: Caller,
  lines: readonly AuditLine[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(
    lines.flatMap(({ actor, objectId }) => [objectId, ...Object.values(membersOfActor(actor) ?? {})]),
  );
  const key = await deps.keys.dataKeyOf(tx, caller.tenant);
  const members = (await listMembers(tx, caller.tenant)).filter(({ id }) => wanted.has(id));
  const tokens = await listTokens(tx, caller.tenant);
  if (members.length > 0)
    await recordAudit(tx, {
      action: 'identity.member.read',
      object: { type: 'pruefspur', id: 'namen' },
      summary: { anzahl: members.length, ids: members.map(({ id }) => id) },
    });
  return new Map([
    ...members.map((stored) => [stored.id, openMember(key, stored).name] as const),
    ...tokens.map(({ id, label }) => [id, `Zugang „${label}“`] as const),
  ]);
}

function actorName(actor: string, names: ReadonlyMap<string, string>): string {
  const member = membersOfActor(actor);
  if (member) {
    const name = names.get(member.id) ?? 'außerhalb Ihrer Organisation';
    return member.actingFor === null
      ? name
      : `${name}, in Vertretung für ${names.get(member.actingFor) ?? 'unbekannt'}`;
  }
  const [kind, key = ''] = actor.split(':');
  if (kind === 'maschine') return names.get(key) ?? 'Zugang für Maschinen';
  if (kind === 'betreiber') return `Betrieb: ${key}`;
  return kind === 'system' ? 'Leitwerk selbst' : actor;
}
