import { nilTenant, nobody, provider, strangeProvider, tenantA, tenantB } from './seed-tenant.ts';

/** Somebody who asks the database: the claims that the transaction sets (`null`: it sets none). */
export interface Viewer {
  readonly name: string;
  readonly claims: Claims | null;
}

export interface Claims {
  readonly scope?: string;
  readonly tenant?: string;
  readonly key?: string;
}

/** Everybody whom the application's role can be, and some whom it never should. */
export const viewers = {
  noClaims: { name: 'no claims at all', claims: null },
  emptyClaims: { name: 'empty claims', claims: {} },
  public: { name: 'scope public', claims: { scope: 'public' } },
  tenantA: { name: 'tenant A', claims: { scope: 'tenant', tenant: tenantA.id } },
  tenantB: { name: 'tenant B', claims: { scope: 'tenant', tenant: tenantB.id } },
  nobody: { name: 'a tenant that does not exist', claims: { scope: 'tenant', tenant: nobody } },
  nil: { name: 'the nil tenant', claims: { scope: 'tenant', tenant: nilTenant } },
  wrongKey: { name: 'a wrong key', claims: { scope: 'key', key: 'c'.repeat(64) } },
  emptyKey: { name: 'scope key without a key', claims: { scope: 'key' } },
  keyOfB: { name: 'the key of B', claims: { scope: 'key', key: tenantB.key } },
  circle: { name: 'the circle of the provider', claims: { scope: 'circle', tenant: provider } },
  provider: { name: 'the provider outside its circle', claims: { scope: 'tenant', tenant: provider } },
  strangeCircle: {
    name: 'the circle of a provider of others',
    claims: { scope: 'circle', tenant: strangeProvider },
  },
  circleOfA: { name: 'tenant A in scope circle', claims: { scope: 'circle', tenant: tenantA.id } },
  reference: { name: 'scope reference', claims: { scope: 'reference' } },
  referenceOfA: {
    name: 'scope reference of tenant A',
    claims: { scope: 'reference', tenant: tenantA.id },
  },
  figures: { name: 'scope figures', claims: { scope: 'figures' } },
  figuresOfA: { name: 'tenant A in scope figures', claims: { scope: 'figures', tenant: tenantA.id } },
  garbageTenant: { name: 'garbage as tenant', claims: { scope: 'tenant', tenant: "' or true --" } },
  garbageKey: { name: 'garbage as key', claims: { scope: 'key', key: 'zz' } },
  garbageScope: { name: 'an unknown scope', claims: { scope: 'owner' } },
} as const satisfies Record<string, Viewer>;

export type ViewerKey = keyof typeof viewers;
