import { dutyFigures } from '#duties';
import type { PageRoute } from '#platform';
import { startblick } from '#workshop';
import type { Contexts } from '../contexts.ts';
import { demoPeopleOf } from '../demo/demo.ts';
import type { Services } from '../services.ts';
import { demoRoutes } from './demo-pages.ts';
import { feedbackRoutes } from './feedback-pages.ts';
import { legalRoutes } from './legal-pages.ts';
import { startRoutes } from './start-page.ts';
import { wartendAuf } from './wartend.ts';

/** The pages that belong to no context: start, legal pages, feedback, and the demo's mails. */
export function siteRoutes(
  services: Services,
  contexts: Pick<Contexts, 'duties' | 'workshop' | 'marketplace' | 'connection' | 'reports'>,
): readonly PageRoute[] {
  const { duties, workshop } = contexts;
  const { demo, config, mailer, clock } = services;
  return [
    ...startRoutes({
      demo,
      demoPeople: async () => demoPeopleOf(services),
      ownAgs: duties.ownAgs,
      wartend: (principal, werkstatt) => wartendAuf(contexts, principal, werkstatt),
      werkstatt: (principal) => startblick(workshop, principal),
      summaryOf: async (ags) => dutyFigures(await duties.world(), ags, clock.today()),
    }),
    ...legalRoutes(demo),
    ...feedbackRoutes({
      sendFeedback: ({ text, page, contact }) =>
        mailer.send({
          to: config.mailFrom,
          subject: 'Meldung zu Leitwerk',
          text: `${text}\n\nSeite: ${page || 'nicht genannt'}\nAntwort an: ${contact || 'nicht gewünscht'}`,
        }),
    }),
    ...(demo ? demoRoutes({ mails: mailer.caught }) : []),
  ];
}
