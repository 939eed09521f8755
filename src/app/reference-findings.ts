import { type Finding, type FurtherCheck, fine, wrong } from '#platform';
import type { Services } from './services.ts';

/** Whether catalogue, territory and rules are loaded. */
export function referenceFindings({ worlds }: Services): readonly FurtherCheck[] {
  return [
    async (): Promise<Finding> => {
      const { catalogue, territory, duties } = await worlds.duties();
      const counts = `${catalogue.leistungen.length} Leistungen, ${territory.bodies.length} Körperschaften, ${duties.facts.regelwerk.regeln.length} Regeln`;
      const complete =
        catalogue.leistungen.length > 0 &&
        territory.bodies.length > 0 &&
        duties.facts.regelwerk.regeln.length > 0;
      return complete
        ? fine('reference-data', counts)
        : wrong(
            'reference-data',
            counts,
            'Bitte Leitwerk einmal starten: Der erste Start lädt die Referenzdaten.',
          );
    },
  ];
}
