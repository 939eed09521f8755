import { z } from 'zod';
import {
  actorOf,
  type EventHandlers,
  failVorgang,
  finishVorgang,
  parseActor,
  parseTenantId,
  parseVorgangId,
  reportVorgang,
} from '#platform';
import type { CostsDeps } from './costs-deps.ts';
import { dokumentarten } from './store-dokument.ts';
import { meldungsarten } from './store-meldung.ts';
import { dokumentEvent } from './use-cases/dokumente.ts';
import { entwurfEvent, fuehreEntwurfAus } from './use-cases/entwurf-auftrag.ts';
import { macheDokument } from './use-cases/mache-dokument.ts';
import { gemeldetEvent, sageWeiter } from './use-cases/melde.ts';

const system = actorOf('system', 'kosten');

const order = z.object({
  ...{ vorgang: z.uuid(), haus: z.uuid(), abrechnung: z.uuid(), zahler: z.string() },
  ...{ art: z.enum(dokumentarten), teil: z.int(), stand: z.string() },
});
/** What became of the share of one Kommune; one that an earlier version published names no number. */
export const gemeldet = z.object({
  ...{ an: z.uuid(), abrechnung: z.uuid(), was: z.enum(meldungsarten) },
  nummer: z.string().optional(),
});

const draft = z.object({
  ...{ vorgang: z.uuid(), id: z.uuid(), dienst: z.string(), jahr: z.int(), art: z.enum(['plan', 'ist']) },
  ...{ korrigiert: z.uuid().nullable(), grund: z.string() },
  ...{ actor: z.string(), name: z.string() },
});

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'keys' | 'sendMail' | 'staffOrigin' | 'grundlagen'>;

/** The worker's part: large drafts, files of bills, and mails to whom a bill concerns. Each event may come twice. */
export function costsHandlers(deps: Deps): EventHandlers {
  return {
    [dokumentEvent]: async (payload, { tenant }) => {
      const { vorgang, haus, ...key } = order.parse(payload);
      const [id, house] = [parseVorgangId(vorgang), parseTenantId(haus)];
      if (id === null || house === null || tenant === null)
        throw new Error(`the order of ${key.abrechnung} names no Vorgang or no house`);
      const within: <T>(fn: Parameters<typeof deps.db.withTenant<T>>[2]) => Promise<T> = (fn) =>
        deps.db.withTenant(tenant, system, fn);
      const made = await macheDokument(deps, { ...key, haus: house }, (percent, message) =>
        within((tx) => reportVorgang(tx, id, { percent, message })),
      );
      await within((tx) =>
        made === null
          ? failVorgang(
              tx,
              id,
              'Die Angaben haben sich inzwischen geändert. Bitte rufen Sie die Datei noch einmal ab.',
            )
          : finishVorgang(tx, id, 'Die Datei ist fertig.', { abrechnung: key.abrechnung }),
      );
    },
    [entwurfEvent]: async (payload, { tenant }) => {
      const { vorgang, id, dienst, jahr, art, korrigiert, grund, name, ...rest } = draft.parse(payload);
      const [order, actor] = [parseVorgangId(vorgang), parseActor(rest.actor)];
      if (order === null || actor === null || tenant === null)
        throw new Error(`the order of the draft ${id} names no Vorgang, no actor or no house`);
      const manager = { actor, anbieter: { tenant, name } };
      const stelle = { dienst, jahr, art };
      const korrektur = korrigiert === null ? null : { id: korrigiert, grund };
      await fuehreEntwurfAus(deps, manager, { vorgang: order, id, stelle, korrektur });
    },
    [gemeldetEvent]: async (payload) => {
      const { an, abrechnung, was } = gemeldet.parse(payload);
      const tenant = parseTenantId(an);
      if (tenant !== null) await sageWeiter(deps, tenant, abrechnung, was);
    },
  };
}
