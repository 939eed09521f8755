import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PackagesDeps } from '../deps.ts';
import { applyEinlesung, beginEinlesung, pruefeDatei } from '../use-cases/einlesen.ts';
import { pruefungAnswer, pruefungSchema } from '../views/answers.ts';
import { access, asLieferant } from './as-lieferant.ts';

const file = {
  name: z.string().min(1).max(200),
  base64: z.base64().max(11_000_000).describe('Die Datei des Pakets'),
};

const bodyLimit = 12_000_000;

/** Packages of others: checked, taken over. */
export function importOperations(deps: PackagesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'packages.check',
      method: 'post',
      path: '/paketpruefungen',
      summary:
        'Ein Paket prüfen: Unterschrift, Inhalt, ob der Dienst hier läuft, Testfälle; nichts wird übernommen',
      access,
      bodyLimit,
      body: z.strictObject(file),
      response: pruefungSchema,
      handle: ({ body: { name, base64 }, principal }) =>
        asLieferant(deps, principal, async (lieferant) => {
          const checked = await pruefeDatei(deps, lieferant, { name, bytes: Buffer.from(base64, 'base64') });
          if (!checked.ok) return checked;
          const { pruefung, hindernis } = checked.value;
          const then = { hindernis: hindernis?.message ?? null, uebernommen: false, angeboten: false };
          return ok(pruefungAnswer(pruefung, then));
        }),
    }),
    operation({
      capability: 'packages.import',
      method: 'post',
      path: '/paketeinlesungen',
      summary: 'Ein Paket prüfen und seinen Onlinedienst übernehmen, auf Wunsch gleich anbieten',
      access,
      bodyLimit,
      body: z.strictObject({ ...file, anbieten: z.boolean().default(false) }),
      response: pruefungSchema,
      handle: ({ body: { name, base64, anbieten }, principal }) =>
        asLieferant(deps, principal, async (lieferant) => {
          const bytes = Buffer.from(base64, 'base64');
          const begun = await beginEinlesung(deps, lieferant, { name, bytes });
          if (!begun.ok) return begun;
          const taken = await applyEinlesung(deps, lieferant, begun.value, anbieten);
          if (!taken.ok) return taken;
          const { pruefung, angeboten } = taken.value;
          return ok(pruefungAnswer(pruefung, { hindernis: null, uebernommen: true, angeboten }));
        }),
    }),
  ];
}
