import { readAngebot } from '#efa';
import { readAnbindungen } from '#efa/many';
import type { Principal } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { punkteFor } from '../domain/katalog.ts';
import { istAmZug } from '../domain/stand.ts';
import { hausOf } from './begleiter.ts';
import { readAnbindungsstand } from './read-stand.ts';

/** A service that a Kommune is being connected to, and how many lines it can do itself now. */
export interface AmZug {
  readonly dienst: string;
  readonly titel: string;
  readonly punkte: number;
}

type Deps = Pick<
  ConnectionDeps,
  'db' | 'clock' | 'katalog' | 'auftraege' | 'ownKommune' | 'ownAnbieter' | 'betreute'
>;

const unterwegs: ReadonlySet<string> = new Set(['interesse', 'parameter', 'test']);

/** Where the reader's Kommune has the ball before a start. An IT-Dienstleister with many Kommunen has the cockpit. */
export async function jetztAmZug(deps: Deps, principal: Principal | null): Promise<readonly AmZug[]> {
  const haus = await hausOf(deps, principal, 'aendern');
  if (!haus.ok || haus.value.seite !== 'kommune') return [];
  const { haus: own, actor, kommunen } = haus.value;
  return deps.db.withTenant(own.tenant, actor, async (tx) => {
    const found: AmZug[] = [];
    for (const { dienst, fassung, zustand } of await readAnbindungen(tx)) {
      if (!unterwegs.has(zustand)) continue;
      const [stand] = await readAnbindungsstand(tx, deps, { dienst, kommunen });
      const punkte = punkteFor(deps.katalog, dienst).filter(
        ({ id, wer, pflicht }) => pflicht && wer === 'kommune' && istAmZug(stand?.staende.get(id)),
      ).length;
      if (punkte === 0) continue;
      const angebot = await readAngebot(tx, dienst, fassung);
      found.push({ dienst, titel: angebot?.data.title ?? dienst, punkte });
    }
    return found;
  });
}
