import { z } from 'zod';
import { type EventHandlers, type MaintenanceTask, parseTenantId } from '#platform';
import type { WorkgroupDeps } from './deps.ts';
import { deleteOldPdfs } from './use-cases/delete-pdfs.ts';
import { dokumentHandlers } from './use-cases/dokument.ts';
import { eraseDueGaeste } from './use-cases/gaeste.ts';
import { endSeatsOfLeavers } from './use-cases/leave-gruppe.ts';
import { mailsEvent } from './use-cases/order-mails.ts';
import { sendMails } from './use-cases/send-mails.ts';
import { seatEndedEvent, uninviteLeaver } from './use-cases/uninvite-leaver.ts';

const endedSeat = z.object({ sitz: z.uuid(), provider: z.uuid() });

/** What the worker does for this context. Each handler does whatever is due, so an event that comes twice does no harm. */
export function workgroupHandlers(deps: WorkgroupDeps): EventHandlers {
  return {
    ...dokumentHandlers(deps),
    [mailsEvent]: async (_, { tenant }) => {
      if (tenant === null) throw new Error(`${mailsEvent} names no organisation`);
      await sendMails(deps, tenant);
    },
    [seatEndedEvent]: async (payload) => {
      const { sitz, provider } = endedSeat.parse(payload);
      const leads = parseTenantId(provider);
      if (leads === null) throw new Error(`${seatEndedEvent} names no IT-Dienstleister`);
      if ((await uninviteLeaver(deps, leads, sitz)) > 0) await sendMails(deps, leads);
    },
  };
}

/** What recurs: mails that are to be tried again, seats of people who left, guests and files whose day has come. */
export function workgroupMaintenance(deps: WorkgroupDeps): readonly MaintenanceTask[] {
  return [
    {
      name: 'workgroup.mails',
      everyMinutes: 5,
      run: async () => {
        for (const provider of await deps.providers()) await sendMails(deps, provider);
      },
    },
    { name: 'workgroup.seats', everyMinutes: 60, run: async () => void (await endSeatsOfLeavers(deps)) },
    { name: 'workgroup.guests', everyMinutes: 60, run: async () => void (await eraseDueGaeste(deps)) },
    { name: 'workgroup.pdfs', everyMinutes: 60, run: () => deleteOldPdfs(deps) },
  ];
}
