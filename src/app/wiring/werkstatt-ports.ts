import { type DiscussionDeps, readRueckfragen } from '#discussion';
import type { DigestSource } from '#notices';
import { entwurfArt, type WorkshopDeps, wartendSeit } from '#workshop';
import type { Services } from '../services.ts';
import { digestPart } from './digest-part.ts';

/** The questions on a draft of the workshop and on its elements. */
export function anmerkungenPort(discussion: DiscussionDeps): WorkshopDeps['anmerkungen'] {
  return async (principal, dienst) => {
    const found = await readRueckfragen(discussion, principal);
    if (!found.ok) return [];
    return found.value
      .filter(({ record }) => record.art === entwurfArt && record.id.startsWith(`${dienst}/`))
      .map(({ id, betreff, frage, record, zustand }) => ({
        ...{ betreff, frage, wozu: record.name },
        href: `/rueckfragen/${id}`,
        wartet: zustand === 'offen' || zustand === 'wieder-offen',
      }));
  };
}

/** Drafts that somebody else proposed, for the summaries of those who publish. */
export function freigabenSource({ db }: Services): DigestSource {
  return {
    key: 'freigaben',
    label: 'Onlinedienste, die auf Ihre Freigabe warten',
    href: '/werkstatt?zustand=vorgelegt',
    since: async (reader, since) => {
      const waiting = await wartendSeit({ db }, reader, since);
      return digestPart(waiting.map(({ titel }) => titel));
    },
  };
}
