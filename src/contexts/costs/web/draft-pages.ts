import type { Refusal, Result } from '#kernel';
import { type PageAnswer, type PageRoute, refusal, refusedPage } from '#platform';
import { refusalNotice } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { billUnknown, documentFailed } from '../errors.ts';
import { type Entwurf, entwurfOf, entwurfsstand } from '../use-cases/entwurf-auftrag.ts';
import { abrechnungen, done, kosten, managerRoute } from './answers.ts';
import { waitingPage } from './waiting-page.ts';

const waiting = '/abrechnungen/entwurf';

/** A large draft that the worker makes: how far it is, then the draft. */
export function draftRoutes(deps: CostsDeps): readonly PageRoute[] {
  return [
    managerRoute(deps, 'costs.bill.draft', 'GET', `${waiting}/:vorgang`, async (who, { params, path }) => {
      const found = await entwurfsstand(deps, who, params.vorgang ?? '');
      if (found === null) return refusal(billUnknown);
      const id = entwurfOf(found);
      if (found.state === 'done' && id !== null) return done(`/abrechnungen/${id}`, 'entwurf');
      if (found.state !== 'failed')
        return waitingPage(found, path, {
          title: 'Die Abrechnung wird gerechnet',
          breadcrumb: [kosten, abrechnungen],
          ...{ label: 'Entwurf der Abrechnung', again: 'Zum Entwurf' },
        });
      const reason = documentFailed(found.message);
      const content = {
        title: 'Kein Entwurf',
        breadcrumb: [kosten, abrechnungen],
        main: refusalNotice(reason),
        nextSteps: [{ label: 'Zu den Kostenplänen', href: kosten.href }],
      };
      return refusedPage(content, reason);
    }),
  ];
}

/** To a draft that was ordered: it is there, or it is waited for. */
export function toDraft<Otherwise>(
  made: Result<Entwurf>,
  otherwise: (reason: Refusal) => Otherwise,
): PageAnswer | Otherwise {
  if (!made.ok) return otherwise(made.refusal);
  const { id, vorgang } = made.value;
  return vorgang === null
    ? done(`/abrechnungen/${id}`, 'entwurf')
    : { kind: 'redirect', to: `${waiting}/${vorgang}` };
}
