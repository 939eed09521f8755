import type { PortalDeps, PortalSite } from '../deps.ts';
import type { ControllerFacts } from '../domain/controllers.ts';
import type { Site } from '../domain/site.ts';
import { readBestand } from './read-bestand.ts';

/** What is offered at a Kommune and by whom, as far as it decides who answers for the data. */
export async function readControllerFacts(
  deps: PortalDeps,
  site: PortalSite,
  { name, anschrift, datenschutzEmail }: Site,
): Promise<ControllerFacts> {
  const [bestand, dienstleister] = await Promise.all([readBestand(deps, site), deps.dienstleisterOf(site)]);
  const seiten = await Promise.all(
    bestand.live.map((live) => deps.dienste(site.tenant, live, bestand.heute)),
  );
  const dienste = seiten.flatMap((seite) => (seite === null ? [] : [seite]));
  return {
    nrw: site.ags.startsWith('05'),
    kommune: name,
    anschrift: anschrift.replaceAll('\n', ', '),
    datenschutzEmail,
    dienstleister,
    dienste,
  };
}
