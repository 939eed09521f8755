import type { OrganisationKind } from '../domain/organisation.ts';
import type { Role } from '../domain/roles.ts';

/** The name of the invented IT-Dienstleister. */
export const demoProvider = 'IT-Verbund Musterland (erfunden)';

/** The invented IT-Dienstleister and operator of the demonstration. */
export const demoOrganisations = {
  provider: demoProvider,
  operator: 'Betrieb der Vorführung (erfunden)',
} as const;

/** The office of the Land in the demonstration, under the key of its Regierungsbezirk; no provider looks after it. */
export const demoLandOffice = { key: '05700', name: 'Bezirksregierung Detmold' } as const;

/** A person of the demonstration: invented name, address that no mail reaches. */
export interface DemoPersonPlan {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly kind: OrganisationKind;
  /** The Kommune's key; null for provider and operator. */
  readonly bodyKey: string | null;
}

const kommune = (key: string, name: string, bodyKey: string, roles: readonly Role[]): DemoPersonPlan => ({
  key,
  name,
  roles,
  kind: 'kommune',
  bodyKey,
});

/** Everybody in the demonstration. */
export const demoPeoplePlan: readonly DemoPersonPlan[] = [
  kommune('lemgo', 'Mara Feldweg', '05766044', ['koordination']),
  kommune('lemgo-admin', 'Jonte Birkenhain', '05766044', ['administrator']),
  kommune('lemgo-fachbereich', 'Svea Lindquell', '05766044', ['fachbereich']),
  kommune('lemgo-bauamt', 'Oke Sandgrund', '05766044', ['stand-pflege']),
  kommune('lemgo-leitung', 'Wiebke Tannhof', '05766044', ['leitung']),
  kommune('lemgo-kaemmerei', 'Ruben Kieselbach', '05766044', ['kaemmerei']),
  kommune('detmold', 'Tilo Ahornstein', '05766020', ['koordination']),
  kommune('kreis-lippe', 'Enna Wiesenbach', '05766', ['koordination']),
  kommune('kreis-lippe-fachbereich', 'Ole Rotbuche', '05766', ['fachbereich']),
  kommune('bezirksregierung-fachbereich', 'Inken Heidkamp', demoLandOffice.key, ['fachbereich']),
  kommune('aachen', 'Levi Quellmann', '05334002', ['koordination']),
  kommune('aachen-leitung', 'Finja Torfmoor', '05334002', ['leitung']),
  kommune('staedteregion', 'Ronja Moosberg', '05334', ['koordination']),
  {
    key: 'ozg-leitung',
    name: 'Hanno Sternwald',
    roles: ['provider-administrator', 'ozg-leitung'],
    kind: 'it-dienstleister',
    bodyKey: null,
  },
  {
    key: 'dienste-autor',
    name: 'Runa Weidenhag',
    roles: ['dienste-autor'],
    kind: 'it-dienstleister',
    bodyKey: null,
  },
  { key: 'betrieb', name: 'Ylva Steinbrink', roles: ['betrieb'], kind: 'betreiber', bodyKey: null },
];
