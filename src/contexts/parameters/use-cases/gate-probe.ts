import type { EfaDeps, GoLiveProbe } from '#efa';
import { allParameters } from '#efa/parameter';
import type { Befund } from '../lint/befund.ts';
import { bezirke } from '../lint/bezirke.ts';
import { staffeln } from '../lint/staffel.ts';

const lines = [
  { id: 'gebuehrentafel', what: 'Die Gebührentafel hat weder Lücken noch Überschneidungen', rule: staffeln },
  { id: 'bezirke', what: 'Für jeden Bezirk ist genau eine Stelle genannt', rule: bezirke },
] as const;

/** Holds a service up, and a live one's new values, while its fees have gaps or a district has no office, or two. */
export function werteProbe({ world }: Pick<EfaDeps, 'world'>): GoLiveProbe {
  return {
    id: 'werte',
    guardsParameters: true,
    probe: async ({ kommune, dienst, parameters }) => {
      const { territory } = await world();
      const werte = {
        kommune,
        definitions: allParameters(dienst),
        wirksam: new Map(Object.entries(parameters).map(([name, wert]) => [name, { wert }])),
        plz: territory.plzByAgs.get(kommune.ags) ?? [],
      };
      return lines.flatMap(({ id, what, rule }) => {
        const [first]: readonly (Befund | undefined)[] = rule(werte).filter(
          ({ schwere }) => schwere === 'fehler',
        );
        if (!first) return [];
        const how = `${first.ort}: ${first.text} ${first.abhilfe}`;
        const href = `/parameter/${dienst.id}/pruefung`;
        return [{ id, what, ok: false, required: true, who: 'Kommune', how, href }];
      });
    },
  };
}
