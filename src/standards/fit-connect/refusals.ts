import type { Refusal, RefusalKind } from '#kernel';

/** A refusal of this standard; all of them concern one field of what somebody sent. */
export function refusalOf(code: string, message: string, kind: RefusalKind = 'invalid'): Refusal {
  return { kind, code, message };
}

export const jweTooLarge: Refusal = refusalOf(
  'JWE_TOO_LARGE',
  'Der verschlüsselte Inhalt ist größer als erlaubt.',
  'too-large',
);

/** One refusal for a foreign key, a changed ciphertext and a changed tag: which of them it was would help an attacker. */
export const jweNotOpened: Refusal = refusalOf(
  'JWE_NOT_OPENED',
  'Der verschlüsselte Inhalt lässt sich nicht öffnen: Er wurde verändert oder mit einem anderen Schlüssel verschlüsselt.',
);

export function jweForm(why: string): Refusal {
  return refusalOf('JWE_FORM_INVALID', `Das ist kein JWE nach den Vorgaben von FIT-Connect: ${why}.`);
}
