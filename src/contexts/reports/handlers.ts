import { z } from 'zod';
import type { EventHandlers } from '#platform';
import { makePdf, pdfRequested } from './use-cases/make-pdf.ts';
import { presentedEvent } from './use-cases/steps.ts';
import { type TellDeps, tellPresented } from './use-cases/tell-presented.ts';

const order = z.object({ bericht: z.string(), fassung: z.number(), schritte: z.number() });
const presented = z.object({ bericht: z.string(), schritt: z.number() });

/** What the worker does: makes the file that somebody ordered, and mails who may release. Each event may come twice. */
export function reportsHandlers(deps: TellDeps): EventHandlers {
  return {
    [pdfRequested]: async (payload, { tenant }) => {
      if (tenant !== null) await makePdf(deps, tenant, order.parse(payload));
    },
    [presentedEvent]: async (payload, { tenant }) => {
      if (tenant !== null) await tellPresented(deps, tenant, presented.parse(payload));
    },
  };
}
