import type { Refusal } from '#kernel';
import type { Access, Principal } from './principal.ts';

/** Why `principal` may not pass a door, or `null` if it may. */
export function denialOf(access: Access, principal: Principal | null): Refusal | null {
  if (access === 'public') return null;
  if (principal === null) {
    return {
      kind: 'unauthenticated',
      code: 'SIGN_IN_REQUIRED',
      message: 'Bitte melden Sie sich an, um diese Seite zu sehen.',
    };
  }
  if (access === 'signed-in' || principal.permissions.has(access.permission)) return null;
  return {
    kind: 'forbidden',
    code: 'PERMISSION_MISSING',
    message: `Dafür fehlt Ihnen das Recht „${access.permission}“. Wer in Ihrer Organisation Mitglieder verwaltet, kann es vergeben.`,
  };
}
