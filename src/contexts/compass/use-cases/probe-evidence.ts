import { type Actor, actorOf, type TenantId } from '#platform';
import type { Stand } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import type { ProbeAnswer } from '../link-probe.ts';
import { putPruefung, readPruefungen } from '../store-pruefung.ts';
import { readStaende, readStand } from '../store-stand.ts';

/** What looking after links needs: the worker has it. */
export interface ProbeDeps extends Pick<CompassDeps, 'db' | 'clock'> {
  readonly probe: (link: string) => Promise<ProbeAnswer>;
  /** The Kommunen of this installation. */
  readonly tenants: () => Promise<readonly TenantId[]>;
}

const actor: Actor = actorOf('system', 'nachweise');
const again = 7 * 86_400_000;
/** So that one turn never takes long, however many links are due. */
const mostInOneTurn = 40;

/** Looks after the link of one statement; nothing where it has none. */
export async function probeEvidence(deps: ProbeDeps, tenant: TenantId, leistungId: string): Promise<void> {
  const stand = await deps.db.withTenant(tenant, actor, (tx) => readStand(tx, leistungId));
  const link = stand && linkOf(stand);
  if (link) await probeOne(deps, tenant, leistungId, link);
}

/** Looks after every link that nobody looked at for a week, of all Kommunen; gives how many. */
export async function probeDueEvidence(deps: ProbeDeps): Promise<number> {
  let done = 0;
  for (const tenant of await deps.tenants()) {
    for (const [leistungId, link] of await dueOf(deps, tenant)) {
      if (done >= mostInOneTurn) return done;
      await probeOne(deps, tenant, leistungId, link);
      done += 1;
    }
  }
  return done;
}

function dueOf({ db, clock }: ProbeDeps, tenant: TenantId): Promise<readonly (readonly [string, string])[]> {
  const before = clock.now().getTime() - again;
  return db.withTenant(tenant, actor, async (tx) => {
    const seen = new Map((await readPruefungen(tx)).map((each) => [each.leistungId, each]));
    return (await readStaende(tx)).flatMap((stand) => {
      const link = linkOf(stand);
      const last = seen.get(stand.leistungId);
      const fresh = last?.link === link && (last?.geprueftAm.getTime() ?? 0) > before;
      return link === null || fresh ? [] : [[stand.leistungId, link] as const];
    });
  });
}

/** The network is asked outside of any transaction. */
async function probeOne(deps: ProbeDeps, tenant: TenantId, leistungId: string, link: string): Promise<void> {
  const answer = await deps.probe(link);
  const pruefung = { leistungId, link, geprueftAm: deps.clock.now(), ...answer };
  await deps.db.withTenant(tenant, actor, (tx) => putPruefung(tx, tenant, pruefung));
}

function linkOf({ nachweis }: Stand): string | null {
  return nachweis?.art === 'link' ? nachweis.link : null;
}
