import { createMailer } from '#platform';
import { colleague, openWorld, organisation, type Person, type World } from '../../identity/testing/world.ts';
import type { NoticesDeps } from '../deps.ts';
import { webhookCaller } from '../post-webhook.ts';
import type { TypedRundmail } from '../use-cases/write-rundmail.ts';

/** A provider with Kommunen, in each of which one person coordinates. */
export interface NoticesWorld extends AsyncDisposable {
  readonly world: World;
  readonly deps: NoticesDeps;
  readonly provider: Person;
  readonly kommunen: readonly Person[];
  readonly coordinators: readonly Person[];
}

/** Opens such a world with `count` Kommunen; mails go to `smtpUrl`. */
export async function noticesWorld(
  count: number,
  options: Partial<NoticesDeps> & { readonly smtpUrl?: string } = {},
): Promise<NoticesWorld> {
  const { smtpUrl, ...given } = options;
  const world = await openWorld();
  const provider = await organisation(world, 'it-dienstleister', { name: 'Rechenzentrum' });
  const kommunen: Person[] = [];
  const coordinators: Person[] = [];
  for (let i = 1; i <= count; i += 1) {
    const admin = await organisation(world, 'kommune', { name: `Ort ${i}`, provider: provider.tenant });
    kommunen.push(admin);
    coordinators.push(await colleague(world, admin, ['koordination']));
  }
  const deps = { ...depsOf(world, smtpUrl ?? null), ...given };
  return {
    world,
    deps,
    provider,
    kommunen,
    coordinators,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

function depsOf(world: World, smtpUrl: string | null): NoticesDeps {
  const config = {
    mode: 'production',
    mailFrom: 'leitwerk@example.invalid',
    dataFolder: '/nonexistent',
  } as const;
  return {
    db: world.db,
    keys: world.keys,
    clock: world.clock,
    demo: true,
    logger: { warn: () => {} },
    sendMail: smtpUrl === null ? world.sendMail : createMailer({ ...config, smtpUrl }).send,
    staffOrigin: world.staffOrigin,
    apiOrigin: 'http://api.localhost:8080',
    mailRate: { mails: 50, minutes: 5 },
    digestSources: [],
    webhookEvents: [{ name: 'ding.geschehen', label: 'Ein Ding ist geschehen' }],
    postWebhook: webhookCaller({ allowPrivate: true }),
  };
}

/** A Rundmail to the coordinators of all Kommunen. */
export const toCoordinators: TypedRundmail = {
  betreff: 'Termin für {Kommune}',
  text: 'Guten Tag {Name},\n\nbitte lesen: https://leitwerk.example/termin',
  betrieblich: false,
  auswahl: { kommunen: 'alle', verteiler: [], rollen: ['koordination'] },
  geplantFuer: null,
};
