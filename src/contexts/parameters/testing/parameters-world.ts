import { join } from 'node:path';
import { parseParameters } from '#forms';
import { ok, refuse } from '#kernel';
import {
  dutiesWorlds,
  type EfaWorld,
  offered,
  openEfaWorld,
  prepared,
  valueIn,
} from '../../efa/testing/efa-world.ts';
import { changeState } from '../../efa/use-cases/change-state.ts';
import type { ParametersDeps } from '../deps.ts';
import { readFeiertage } from '../feiertage-file.ts';
import type { Asker } from '../use-cases/asker.ts';

export const dienst = 'hund-anmelden';

/** Lemgo live and sharing with its provider, Detmold live and not sharing. */
export interface ParametersWorld extends AsyncDisposable {
  readonly efa: EfaWorld;
  readonly deps: ParametersDeps;
  readonly lemgo: Extract<Asker, { readonly art: 'kommune' }>;
  readonly detmold: Extract<Asker, { readonly art: 'kommune' }>;
  readonly provider: Extract<Asker, { readonly art: 'anbieter' }>;
}

export async function openParametersWorld(): Promise<ParametersWorld> {
  const efa = await openEfaWorld((await dutiesWorlds()).shipped);
  await offered(efa);
  await live(efa, 'lemgo', {});
  await live(efa, 'detmold', { gebuehr: '30,00', stelleName: 'Ordnungsamt Detmold' });
  await organisations(efa);
  const { lemgo, detmold, provider } = efa;
  const kommunen = [
    { ...lemgo.kommune, teilt: true },
    { ...detmold.kommune, teilt: false },
  ];
  const deps: ParametersDeps = {
    efa: efa.deps,
    // No layers here: how they are laid is tried where they are served.
    serve: async (_, base, { values }) => {
      const { parameters } = base.definition;
      const known = Object.entries(values).filter(([name]) => Object.hasOwn(parameters, name));
      const parsed = parseParameters(parameters, Object.fromEntries(known));
      return parsed.ok ? ok({ hash: 'test', dienst: base, values: parsed.value }) : parsed;
    },
    betreute: async () => kommunen,
    anbieterVon: async () => [provider],
    zuSchwer: () => null,
    feiertage: readFeiertage(join(import.meta.dirname, '../../../../data')),
    actingFor: async (principal, organisation) => {
      const all = [lemgo.kommune, detmold.kommune, provider];
      const found = all.find(({ name }) => name === organisation);
      return found
        ? ok({ ...principal, tenant: found.tenant })
        : refuse({ kind: 'not-found', code: 'ORGANISATION_UNKNOWN', message: organisation });
    },
  };
  return {
    efa,
    deps,
    lemgo: { art: 'kommune', mayChange: true, ...lemgo },
    detmold: { art: 'kommune', mayChange: true, ...detmold },
    provider: { art: 'anbieter', mayChange: true, actor: lemgo.actor, anbieter: provider },
    [Symbol.asyncDispose]: () => efa[Symbol.asyncDispose](),
  };
}

async function live(
  world: EfaWorld,
  who: 'lemgo' | 'detmold',
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  let version = await prepared(world, world[who], values);
  for (const schritt of ['testen', 'live-schalten'] as const)
    version = valueIn(await changeState(world.deps, world[who], { dienst, version, schritt })).version;
}

/** The provider looks after both; only Lemgo consents to share. */
async function organisations({ t, lemgo, detmold, provider }: EfaWorld): Promise<void> {
  const put = (statement: string, ...values: readonly unknown[]) => t.superuser.query(statement, [...values]);
  const insert = 'insert into identity.organisation (id, kind, name, body_key) values ($1, $2, $3, $4)';
  await put(insert, provider.tenant, 'it-dienstleister', provider.name, null);
  for (const { kommune } of [lemgo, detmold]) {
    await put(insert, kommune.tenant, 'kommune', kommune.name, kommune.ags);
    await put(
      `insert into identity.betreuung (kommune_id, provider_id, valid_from) values ($1, $2, '2020-01-01')`,
      kommune.tenant,
      provider.tenant,
    );
  }
  await put(
    `insert into identity.einwilligung (tenant_id, provider_id, valid_from, stated_by) values ($1, $2, '2020-01-01', 'test')`,
    lemgo.kommune.tenant,
    provider.tenant,
  );
}
