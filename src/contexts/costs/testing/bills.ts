import type { Role } from '#identity';
import { mailableMember } from '../../identity/testing/mailable-member.ts';
import { entwerfe, gehe, korrigiere, stelle } from '../use-cases/abrechnen.ts';
import type { Payer, Reader } from '../use-cases/actors.ts';
import { einSchluessel, saveSchluessel } from '../use-cases/schluessel.ts';
import { type CostsWorld, dienst, valueIn } from './costs-world.ts';

export const stelle2026 = { dienst, jahr: 2026, art: 'plan' } as const;

/** The bill of 2026, issued. */
export async function issued(world: CostsWorld): Promise<string> {
  return issueDraft(world, valueIn(await entwerfe(world.deps, world.manager, stelle2026)));
}

/** The bill that takes the place of another, issued a minute later. */
export async function corrected(world: CostsWorld, before: string, grund: string): Promise<string> {
  world.later();
  return issueDraft(world, valueIn(await korrigiere(world.deps, world.manager, before, grund)));
}

async function issueDraft({ deps, manager }: CostsWorld, id: string): Promise<string> {
  valueIn(await gehe(deps, manager, id, 'pruefen', ''));
  valueIn(await stelle(deps, manager, id));
  return id;
}

/** The key of inhabitants with other weights. */
export async function weights({ deps, manager }: CostsWorld, gewichte: Readonly<Record<string, string>>) {
  const before = valueIn(await einSchluessel(deps, manager, 'einwohner'));
  const { id, fassung: grundlage, angegebenAm: _, fassung: __, ...inhalt } = before;
  valueIn(await saveSchluessel(deps, manager, { id, grundlage, inhalt: { ...inhalt, gewichte } }));
}

/** The house as a reader of its bills, and a Kommune. */
export const lead = ({ manager }: CostsWorld): Reader => ({ art: 'dienstleister', manager });
export const kommune = (payer: Payer): Reader => ({ art: 'kommune', payer });

/** Billing particulars with all that an electronic bill needs of its house. */
export const haus = {
  ...{ name: 'Rechenzentrum Lippe', strasse: 'Weg 1', plz: '32657', ort: 'Lemgo' },
  ...{ email: 'rechnung@rz.example', iban: 'DE89 3704 0044 0532 0130 00', ustId: 'DE136695976' },
  ...{ kennnummer: 'L-1', ansprechstelle: 'Rechnungswesen', telefon: '05261 1230' },
};

/** Somebody of a Kommune who can be mailed. */
export async function member(
  { deps, t }: CostsWorld,
  { kommune: { tenant, name, ags } }: Payer,
  role: Role,
  email: string,
): Promise<void> {
  await t.superuser.query(
    `insert into identity.organisation (id, kind, name, body_key) values ($1, 'kommune', $2, $3) on conflict do nothing`,
    [tenant, name, ags],
  );
  await mailableMember(deps, tenant, { name: 'Mara', email, roles: [role] });
}
