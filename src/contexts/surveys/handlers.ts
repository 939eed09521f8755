import { z } from 'zod';
import type { EventHandlers } from '#platform';
import { reminderDue, sendReminders } from './use-cases/remind.ts';

const due = z.object({ umfrage: z.string(), nummer: z.int() });

/** What the worker does for this context: it sends the reminders of a round, to nobody twice. */
export function surveysHandlers(deps: Parameters<typeof sendReminders>[0]): EventHandlers {
  return {
    [reminderDue]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error(`${reminderDue} names no organisation`);
      await sendReminders(deps, tenant, due.parse(payload));
    },
  };
}
