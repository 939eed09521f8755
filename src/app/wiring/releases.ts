import { readSendungenSeit } from '#applications';
import { rejectedAmong } from '#delivery';
import type { EfaDeps } from '#efa';
import { openFassungsWechsel } from '#efa/fassungen';
import type { DigestSource } from '#notices';
import { actorOf, type TenantId } from '#platform';
import { neuigkeitenSeit, type ReleasesDeps, type Zahlen } from '#releases';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';
import { digestPart } from './digest-part.ts';

const system = actorOf('system', 'ausrollung');

/** What versions on their way need of efa, the ledger and the houses. */
export function releasesDeps(services: Services, efa: EfaDeps): ReleasesDeps {
  const { db, clock, demo } = services;
  return {
    db,
    clock,
    demo,
    wechsel: openFassungsWechsel(efa),
    ownKommune: efa.ownKommune,
    ownAnbieter: efa.ownAnbieter,
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    zahlen: (kommunen, dienst, seit) => zahlenOf(services, kommunen, dienst, seit),
  };
}

/** Counts of the ledger by version, over all these Kommunen together. */
async function zahlenOf(
  { db }: Services,
  kommunen: readonly TenantId[],
  dienst: string,
  seit: Date,
): Promise<ReadonlyMap<string, Zahlen>> {
  const counts = new Map<string, Zahlen>();
  for (const tenant of kommunen) {
    const { sent, rejected } = await db.withTenant(tenant, system, async (tx) => {
      const own = await readSendungenSeit(tx, dienst, seit);
      return {
        sent: own,
        rejected: await rejectedAmong(
          tx,
          own.map(({ submissionId }) => submissionId),
        ),
      };
    });
    for (const { fassung, submissionId } of sent) {
      const { sendungen, abgewiesen } = counts.get(fassung) ?? { sendungen: 0, abgewiesen: 0 };
      counts.set(fassung, {
        sendungen: sendungen + 1,
        abgewiesen: abgewiesen + (rejected.has(submissionId) ? 1 : 0),
      });
    }
  }
  return counts;
}

/** What is new about versions and maintenance, for the summaries of those who connect services. */
export function fassungenSource(releases: ReleasesDeps): DigestSource {
  return {
    key: 'fassungen',
    label: 'Fassungen und Wartung Ihrer Onlinedienste',
    href: '/fassungen',
    since: async (reader, since) => {
      const kommune = await releases.ownKommune({ ...reader, kind: 'mitglied' });
      if (kommune === null || !reader.permissions.has('efa.anbindung.manage')) return digestPart([]);
      return digestPart(await neuigkeitenSeit(releases, { actor: reader.actor, kommune }, since));
    },
  };
}
