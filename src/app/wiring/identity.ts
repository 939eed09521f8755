import { listZustellpunkte } from '#delivery';
import {
  type IdentityDeps,
  passwordHasher,
  readBearer,
  readSession,
  roleLabel,
  type Session,
} from '#identity';
import { ok, refuse } from '#kernel';
import { resolveBody } from '#territory';
import type { Identification } from '../identification.ts';
import type { Services } from '../services.ts';
import type { FrameSession } from '../web/frame-session.ts';
import { koerperReader } from './koerper.ts';

/** What the doors of identity need: mail, keys, cookies and the finding of bodies. */
export function identityDeps(services: Services): IdentityDeps {
  const { db, keys, clock, demo, hosts, mailer, logger, worlds } = services;
  const koerper = koerperReader(services);
  return {
    db,
    keys,
    clock,
    demo,
    passwords: passwordHasher(),
    installationName: 'Leitwerk',
    cookieName: services.cookieName('session'),
    linkCookieName: services.cookieName('link'),
    staffOrigin: hosts.originOf('staff'),
    sendMail: mailer.send,
    later: (work) => {
      work().catch((error: unknown) => logger.error({ err: error }, 'work after an answer failed'));
    },
    officesOf: ({ tenant }) => db.withPublic((tx) => listZustellpunkte(tx, tenant, clock.now())),
    findBody: async (text) => {
      const found = resolveBody(await worlds.territory(), text);
      if (found.ok) return ok({ key: found.value.ags, name: found.value.name });
      // A Gemeinde of a Land that is not imported is known too, by its key or by a name that only one has.
      const wanted = text.trim().toLowerCase();
      const all = [...(await koerper('alle')).values()];
      const same = all.filter(({ ags, name }) => ags === wanted || name.toLowerCase() === wanted);
      const [only] = same;
      return only && same.length === 1 ? ok({ key: only.ags, name: only.name }) : refuse(found.refusal);
    },
  };
}

/** Who stands behind a cookie of the staff area, or behind a bearer token. */
export function identification(services: Services): Identification {
  const { db, clock } = services;
  const cookieName = services.cookieName('session');
  return {
    visitorOf: async (cookies) => {
      const session = await readSession({ db, clock }, cookies.get(cookieName));
      return { principal: session?.principal ?? null, session: session && frameSession(session) };
    },
    principalOf: (token) => readBearer({ db, clock }, token),
  };
}

function frameSession(session: Session): FrameSession {
  const { organisation, roles, expiresAt } = session;
  return {
    name: session.name,
    organisation: `${organisation.name}, ${roles.map(roleLabel).join(', ')}`,
    expiresAt,
    ags: organisation.bodyKey,
  };
}
