import type { Context, Hono } from 'hono';
import {
  type Area,
  apiServer,
  cookiesAreSafe,
  createCsrf,
  createRateLimiter,
  type Metrics,
  type Principal,
  pageServer,
  type UploadPlace,
} from '#platform';
import { type AuskunftDeps, helpOnRefusal, sucheRoutes } from '#portal';
import type { AllDoors } from './all-doors.ts';
import type { Identification } from './identification.ts';
import type { Services } from './services.ts';
import { rootSite } from './site/root-site.ts';
import type { StandardDoor } from './standard-doors.ts';
import { staffFrame } from './web/frame.ts';
import type { FrameSession } from './web/frame-session.ts';
import { helpfulRefusalPage } from './web/portal-frame.ts';
import { refusalPage } from './web/refusal-page.ts';
import { sucheFrame } from './web/suche-frame.ts';
import { clientAddress } from './web/web-app.ts';
import { withoutSessions } from './without-sessions.ts';

/** What the sites need besides their doors. */
export interface SiteOptions {
  readonly installationId: string;
  readonly csrfKey: string;
  readonly uploadPlace: UploadPlace;
  readonly version: string;
  readonly identification: Identification;
  /** What the search for every place needs. */
  readonly auskunft: AuskunftDeps;
  readonly metrics: Metrics;
  /** The doors whose addresses a standard gives; they stand on the host of the API. */
  readonly standardDoors: (clientAddressOf: (context: Context) => string) => readonly StandardDoor[];
  /** How many Rückfragen a person has not read, for the navigation. */
  readonly unread: (principal: Principal | null) => Promise<number>;
}

const anonymousPerMinute = 600;
const tokenPerMinute = 600;

/** Builds the site of each host. */
export function buildSites(
  services: Services,
  doors: AllDoors,
  options: SiteOptions,
): Readonly<Record<Area, Hono>> {
  const { hosts, demo, config } = services;
  const clientAddressOf = clientAddress(config.trustProxy);
  const limits = {
    limitAnonymous: createRateLimiter(anonymousPerMinute),
    limitToken: createRateLimiter(tokenPerMinute),
  };
  const apiFor = (area: Area) =>
    apiServer(doors.operations, {
      origin: hosts.originOf(area),
      version: options.version,
      identify: options.identification.principalOf,
      clientAddressOf,
      ...limits,
    });
  const staff = pageServer<FrameSession>(
    cookiesAreSafe(config.publicUrl) ? doors.pages : withoutSessions(doors.pages),
    {
      origin: hosts.originOf('staff'),
      csrf: createCsrf(options.csrfKey, options.installationId),
      uploadPlace: options.uploadPlace,
      identify: options.identification.visitorOf,
      clientAddressOf,
      frame: staffFrame(demo, options.unread),
      refusalPage,
      signInPath: '/anmelden',
    },
  );
  const api = apiFor('api');
  for (const { path, app } of options.standardDoors(clientAddressOf)) api.route(path, app);
  const suche = pageServer<null>(sucheRoutes(options.auskunft), {
    origin: hosts.originOf('suche'),
    csrf: createCsrf(options.csrfKey, options.installationId),
    uploadPlace: options.uploadPlace,
    identify: async () => ({ principal: null, session: null }),
    clientAddressOf,
    frame: sucheFrame(demo, hosts.originOf('staff')),
    refusalPage: helpfulRefusalPage((request) => helpOnRefusal(options.auskunft, request, '')),
    signInPath: '/',
  });
  const ready = () => services.db.withPublic(async () => true).catch(() => false);
  return {
    staff,
    api,
    suche,
    root: rootSite({
      hosts,
      demo,
      ready,
      api: apiFor('root'),
      metrics: options.metrics,
      principalOf: options.identification.principalOf,
    }),
  };
}
