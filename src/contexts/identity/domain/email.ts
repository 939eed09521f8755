import { type Brand, ok, type Result, refuse } from '#kernel';
import { invalidField } from './invalid-field.ts';

/** A mail address, trimmed and in lower case, as it is compared and found. */
export type Email = Brand<string, 'Email'>;

const shape =
  /^[^\s@"(),:;<>[\\\]]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** Parses a mail address; local parts are compared without case, as every mail system in use does. */
export function parseEmail(text: string): Result<Email> {
  const email = text.trim().normalize('NFC').toLowerCase();
  if (email.length <= 254 && shape.test(email)) return ok(email as Email);
  return refuse(
    invalidField(
      'EMAIL_INVALID',
      'email',
      'Das ist keine vollständige E-Mail-Adresse. Beispiel: vorname.name@stadt.de',
    ),
  );
}
