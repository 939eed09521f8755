import { ok, type Result, refuse } from '#kernel';
import { type Actor, actorOf, type DataFolder, newId, recordAudit, type TenantId, type Tx } from '#platform';
import type { Organisation } from '../domain/organisation.ts';
import { roleLabel } from '../domain/roles.ts';
import { demoOnly } from '../errors.ts';
import { insertEinwilligung } from '../store/einwilligungen.ts';
import { insertMember, memberByEmailIndex, memberById, setPassword } from '../store/members.ts';
import {
  insertBetreuung,
  insertOrganisation,
  insertUebergabe,
  visibleOrganisations,
} from '../store/organisations.ts';
import { setTotp } from '../store/second-factors.ts';
import type { Hashing, Storage } from '../use-cases/deps.ts';
import { newTenantId } from '../use-cases/found-organisation.ts';
import type { BodyName } from '../use-cases/onboard-kommune.ts';
import { sealedAt } from '../use-cases/sealed-member.ts';
import { type DemoPersonPlan, demoLandOffice, demoOrganisations, demoPeoplePlan } from './demo-people.ts';
import { type DemoSecrets, readDemoSecrets, secretsForPlan, writeDemoSecrets } from './secrets-file.ts';

export interface DemoDeps extends Storage, Hashing {
  readonly demo: boolean;
  readonly folder: Pick<DataFolder, 'keys'>;
}

const actor: Actor = actorOf('system', 'vorfuehrung');

/**
 * Makes the invented organisations and people of the demonstration where they are missing; run again it changes
 * nothing. `bodies` are the Kommunen of the invented provider's circle.
 */
export async function seedDemo(deps: DemoDeps, bodies: readonly BodyName[]): Promise<Result<null>> {
  if (!deps.demo) return refuse(demoOnly);
  const organisations = await seedOrganisations(deps, bodies);
  const secrets = secretsForPlan(readDemoSecrets(deps.folder));
  const seeded = await Promise.all(
    demoPeoplePlan.map((plan, index) => seedPerson(deps, organisations, plan, secrets[index])),
  );
  writeDemoSecrets(
    deps.folder,
    seeded.filter((person) => person !== null),
  );
  return ok(null);
}

async function seedOrganisations(
  deps: DemoDeps,
  bodies: readonly BodyName[],
): Promise<readonly Organisation[]> {
  const known = [...(await deps.db.withReference(actor, visibleOrganisations))];
  const ensure = async (wanted: Omit<Organisation, 'id'>, provider: TenantId | null) => {
    const same = known.find(({ bodyKey, name }) =>
      wanted.bodyKey ? bodyKey === wanted.bodyKey : name === wanted.name,
    );
    if (same) return same;
    const made = { ...wanted, id: newTenantId() };
    await deps.db.withReference(actor, (tx) => setUp(tx, deps, made, provider), made.id);
    known.push(made);
    return made;
  };
  const invented = { bodyKey: null, erfunden: true };
  await ensure({ ...invented, kind: 'betreiber', name: demoOrganisations.operator }, null);
  const provider = await ensure(
    { ...invented, kind: 'it-dienstleister', name: demoOrganisations.provider },
    null,
  );
  for (const { key, name } of bodies)
    await ensure({ kind: 'kommune', name, bodyKey: key, erfunden: true }, provider.id);
  const { key, name } = demoLandOffice;
  await ensure({ kind: 'kommune', name, bodyKey: key, erfunden: true }, null);
  return known;
}

async function setUp(tx: Tx, deps: DemoDeps, made: Organisation, provider: TenantId | null): Promise<void> {
  await insertOrganisation(tx, made);
  await recordAudit(tx, {
    action: 'identity.organisation.founded',
    object: { type: 'organisation', id: made.id },
    summary: { art: made.kind, schluessel: made.bodyKey, durch: provider },
  });
  if (!provider) return;
  const today = deps.clock.today();
  await insertBetreuung(tx, made.id, provider, today);
  await insertUebergabe(tx, made.id, provider, deps.clock.now());
  await insertEinwilligung(tx, made.id, provider, today);
  await recordAudit(tx, {
    action: 'identity.einwilligung.given',
    object: { type: 'organisation', id: provider },
    summary: { ab: today },
  });
}

async function seedPerson(
  deps: DemoDeps,
  organisations: readonly Organisation[],
  plan: DemoPersonPlan,
  secrets: DemoSecrets | undefined,
): Promise<DemoSecrets | null> {
  const organisation = organisations.find((each) =>
    plan.bodyKey ? each.bodyKey === plan.bodyKey : each.kind === plan.kind && each.erfunden,
  );
  if (!organisation || !secrets) return null;
  const described = {
    ...secrets,
    name: plan.name,
    organisation: organisation.name,
    role: plan.roles.map(roleLabel).join(', '),
  };
  const { memberId } = described;
  const known =
    memberId !== null &&
    (await deps.db.withTenant(organisation.id, actor, (tx) => memberById(tx, organisation.id, memberId)));
  if (known) return described;
  return { ...described, memberId: await makePerson(deps, organisation.id, plan, described) };
}

async function makePerson(
  deps: DemoDeps,
  tenant: TenantId,
  plan: DemoPersonPlan,
  secrets: DemoSecrets,
): Promise<string> {
  const hash = await deps.passwords.hash(secrets.password);
  const index = deps.keys.blindIndex('email', secrets.email);
  const before = await deps.db.withKey(index, (tx) => memberByEmailIndex(tx, index));
  const id = before?.id ?? newId();
  await deps.db.withTenant(tenant, actor, async (tx) => {
    const key = await deps.keys.dataKeyOf(tx, tenant);
    if (!before) {
      await insertMember(tx, tenant, {
        id,
        state: 'active',
        roles: plan.roles,
        nameSealed: key.seal(sealedAt.name(id), plan.name),
        emailSealed: key.seal(sealedAt.email(id), secrets.email),
        emailIndex: index,
        createdAt: deps.clock.now(),
      });
    }
    await setPassword(tx, tenant, id, hash);
    if (secrets.totpSecret) await setTotp(tx, tenant, id, key.seal(sealedAt.totp(id), secrets.totpSecret), 0);
    await recordAudit(tx, { action: 'identity.demo.person-seeded', object: { type: 'mitglied', id } });
  });
  return id;
}
