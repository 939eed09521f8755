import type { Actor, TenantId } from '../database/tx.ts';

/** Who asks: a signed-in member, a machine with a token, or the operator at the command line. */
export interface Principal {
  readonly kind: 'mitglied' | 'maschine' | 'betreiber';
  readonly actor: Actor;
  /** The organisation for which the principal acts; the operator at the command line has none. */
  readonly tenant: TenantId | null;
  readonly permissions: ReadonlySet<string>;
}

/** Who may use a door: everybody, everybody signed in, or those with a permission. */
export type Access = 'public' | 'signed-in' | { readonly permission: string };
