import { z } from 'zod';
import type { EventHandlers } from '#platform';
import type { DiscussionDeps } from './deps.ts';
import { beitragEvent } from './use-cases/ask.ts';
import { notifyReaders } from './use-cases/notify.ts';

const beitrag = z.object({ rueckfrage: z.string() });

/** What the worker does for this context. A handler that fails is tried again. */
export function discussionHandlers(deps: DiscussionDeps): EventHandlers {
  return {
    [beitragEvent]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error(`${beitragEvent} names no organisation`);
      await notifyReaders(deps, { id: beitrag.parse(payload).rueckfrage, tenant });
    },
  };
}
