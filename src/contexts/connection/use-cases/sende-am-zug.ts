import { contactOf, reachableMembers } from '#identity';
import { actorOf, type Principal, type TenantId, type Tx } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { readGesagt, schreibeGesagt } from '../store-hinweis.ts';
import { type AmZugNews, amZugNews, nichtsNeu } from './am-zug-news.ts';
import { jederInHaeusern } from './hinweise.ts';

const system = actorOf('system', 'anbindung');

type Deps = Parameters<typeof amZugNews>[0] &
  Pick<ConnectionDeps, 'keys' | 'haeuser' | 'sendMail' | 'staffOrigin' | 'ohneAmZugMail'>;

const wanted = ['efa.anbindung.manage', 'connection.manage'];

/**
 * Mails those who look after Anbindungen which lines began to wait for their house since they were told last. Who reads it
 * in the summary, or wants no such mail, gets none. The first time nobody is told what was there before.
 */
export function sendeAmZug(deps: Deps): Promise<number> {
  return jederInHaeusern(deps, 'lines that wait', ({ tenant }) => tellHouse(deps, tenant));
}

async function tellHouse(deps: Deps, tenant: TenantId): Promise<number> {
  const { members, gesagt } = await deps.db.withTenant(tenant, system, async (tx) => ({
    members: await reachableMembers(tx, deps, tenant),
    gesagt: await readGesagt(tx, tenant),
  }));
  const ohne = await deps.ohneAmZugMail(tenant);
  const now = deps.clock.now();
  // What is new is the same for all who were told at the same moment.
  const known = new Map<number, Promise<AmZugNews>>();
  let sent = 0;
  for (const { id, permissions } of members) {
    if (!wanted.some((each) => permissions.has(each))) continue;
    const since = gesagt.get(id);
    const reader: Principal = { kind: 'mitglied', tenant, actor: actorOf('mitglied', id), permissions };
    const neu =
      since === undefined || ohne.has(id)
        ? nichtsNeu
        : await memo(known, since.getTime(), () => amZugNews(deps, reader, since));
    const told = await deps.db.withTenant(tenant, system, async (tx) => {
      await schreibeGesagt(tx, tenant, id, now);
      return neu.count > 0 && (await mail(tx, deps, { tenant, id }, neu));
    });
    if (told) sent += 1;
  }
  return sent;
}

function memo<T>(known: Map<number, T>, key: number, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Within the transaction that notes it: a mail that cannot be sent leaves no note, and is tried again. */
async function mail(
  tx: Tx,
  deps: Deps,
  { tenant, id }: { readonly tenant: TenantId; readonly id: string },
  { count, lines, href }: AmZugNews,
): Promise<boolean> {
  const contact = await contactOf(tx, deps, tenant, id);
  if (contact === null) return false;
  const more = count - lines.length;
  await deps.sendMail({
    to: contact.email,
    subject:
      count === 1
        ? 'Anbindung: Ein Punkt wartet auf Ihr Haus'
        : `Anbindungen: ${count} Punkte warten auf Ihr Haus`,
    text: [
      `Guten Tag ${contact.name},`,
      'seit der letzten Nachricht kam hinzu:',
      [...lines.map((line) => `- ${line}`), ...(more > 0 ? [`- und ${more} weitere`] : [])].join('\n'),
      `Alle Anbindungen: ${deps.staffOrigin}${href}`,
      `Diese Nachricht abbestellen oder als Zusammenfassung lesen: ${deps.staffOrigin}/benachrichtigungen`,
    ].join('\n\n'),
    messageId: `<am-zug-${id}-${deps.clock.now().getTime()}@leitwerk>`,
  });
  return true;
}
