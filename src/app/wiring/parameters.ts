import type { EfaDeps } from '#efa';
import { readAnbindung } from '#efa/parameter';
import { readCircle, readOrganisation } from '#identity';
import type { Serve } from '#overlays';
import { type InForceReader, type ParametersDeps, readFeiertage } from '#parameters';
import { actorOf } from '#platform';
import type { LayDienst } from '#portal';
import { tooHard } from '#prover';
import { dataFolder } from '../load-reference-data.ts';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';

const system = actorOf('system', 'parameter');
const nothing: ReadonlySet<string> = new Set();

/** What parameters need of identity, layers and the reader's ease. */
export function parametersDeps(services: Services, efa: EfaDeps, serve: Serve): ParametersDeps {
  const caller = (tenant: Parameters<ParametersDeps['anbieterVon']>[0]) => ({
    tenant,
    actor: system,
    permissions: nothing,
  });
  return {
    efa,
    serve,
    betreute: async (anbieter) =>
      (await readCircle(services, caller(anbieter))).flatMap(({ id, bodyKey, name, teiltSeit }) =>
        bodyKey === null ? [] : [{ tenant: id, ags: bodyKey, name, teilt: teiltSeit !== null }],
      ),
    anbieterVon: async (kommune) => {
      const found = await readOrganisation(services, caller(kommune));
      return found.ok ? found.value.providers.map(({ id, name }) => ({ tenant: id, name })) : [];
    },
    zuSchwer: tooHard,
    feiertage: readFeiertage(dataFolder),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

/** How portals lay the layers of a Kommune over a service. */
export function layDienst(inForce: InForceReader): LayDienst {
  return async (tx, base, date) => {
    const anbindung = await readAnbindung(tx, base.id);
    if (anbindung === null) return null;
    const found = await inForce(tx, base, { ags: anbindung.ags, name: anbindung.ags }, { date });
    return found.ok ? found.value : null;
  };
}
