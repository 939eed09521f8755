import { z } from 'zod';
import { submittedEvent } from '#delivery';
import { actorOf, type EventHandlers, parseTenantId } from '#platform';
import { arrivalMail, handedInMail, handedOverMail } from './messages.ts';
import type { InboxDeps } from './ports.ts';
import { handedOverEvent } from './use-cases/give-to-office.ts';
import { handedInEvent } from './use-cases/join-nachreichung.ts';
import { postEvent } from './use-cases/keep-news.ts';
import { layPost } from './use-cases/lay-post.ts';
import { mailApplicant } from './use-cases/mail-applicant.ts';
import { nachforderungEvent } from './use-cases/nachfordern.ts';
import { notifyOffice } from './use-cases/notify-office.ts';
import { arrivedEvent, receive } from './use-cases/receive.ts';

const submitted = z.object({ submission: z.string(), empfaenger: z.string() });
const post = z.object({ submission: z.string() });
const asked = z.object({ nachforderung: z.uuid(), art: z.enum(['neu', 'erinnerung']) });
const arrived = z.object({ eingang: z.string() });

/** What became of it needs no further try: the submission was deleted, or decided otherwise before. */
const over = ['SUBMISSION_UNKNOWN', 'SUBMISSION_DELETED', 'SUBMISSION_STATE'];

/** What the worker does for this context. A handler that fails is tried again. */
export function inboxHandlers(deps: InboxDeps): EventHandlers {
  return {
    [submittedEvent]: async (payload, { tenant: absender }) => {
      const { submission, empfaenger } = submitted.parse(payload);
      const tenant = parseTenantId(empfaenger);
      if (tenant === null) throw new Error(`${submittedEvent} names no organisation`);
      const result = await receive(deps, { submissionId: submission, tenant, absender });
      if (!result.ok && !over.includes(result.refusal.code))
        throw new Error(`Submission ${submission}: ${result.refusal.code}`);
    },
    [postEvent]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error(`${postEvent} names no organisation`);
      const { submission } = post.parse(payload);
      await deps.db.withTenant(tenant, actorOf('system', 'eingang'), (tx) =>
        layPost(deps, tx, tenant, submission),
      );
    },
    [arrivedEvent]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error(`${arrivedEvent} names no organisation`);
      await notifyOffice(deps, { eingang: arrived.parse(payload).eingang, tenant }, arrivalMail);
    },
    [handedInEvent]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error(`${handedInEvent} names no organisation`);
      await notifyOffice(deps, { eingang: arrived.parse(payload).eingang, tenant }, handedInMail);
    },
    [nachforderungEvent]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error(`${nachforderungEvent} names no organisation`);
      await mailApplicant(deps, { ...asked.parse(payload), tenant });
    },
    [handedOverEvent]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error(`${handedOverEvent} names no organisation`);
      await notifyOffice(deps, { eingang: arrived.parse(payload).eingang, tenant }, handedOverMail);
    },
  };
}
