import { type DutiesDeps, dutyFigures } from '#duties';
import type { PageRoute } from '#platform';
import { demoPeopleOf } from '../demo.ts';
import type { Services } from '../services.ts';
import { demoRoutes } from './demo-pages.ts';
import { feedbackRoutes } from './feedback-pages.ts';
import { legalRoutes } from './legal-pages.ts';
import { startRoutes } from './start-page.ts';

/** The pages that belong to no context: start, legal pages, feedback, and the demo's mails. */
export function siteRoutes(services: Services, duties: DutiesDeps): readonly PageRoute[] {
  const { demo, config, mailer, clock } = services;
  return [
    ...startRoutes({
      demo,
      demoPeople: async () => demoPeopleOf(services),
      ownAgs: duties.ownAgs,
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
