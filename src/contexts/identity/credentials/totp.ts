import { Secret, TOTP } from 'otpauth';

const period = 30;
const settings = { algorithm: 'SHA1', digits: 6, period } as const;

/** A new secret of 160 bits, in base32 as authenticator apps read it. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The step of 30 seconds in which an instant lies. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / period);
}

/**
 * The step for which the code is right, one step before or after `now` included, or `null`. A code counts once: the
 * caller keeps the step and refuses it and the earlier ones from then on.
 */
export function matchingStep(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totpOf(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : stepOf(now) + delta;
}

/** The code of an instant: for the demonstration and tests. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

/** The address that an app reads from the QR code. */
export function totpUri(secret: string, issuer: string, account: string): string {
  return new TOTP({ ...settings, secret: Secret.fromBase32(secret), issuer, label: account }).toString();
}

function totpOf(secret: string): TOTP {
  return new TOTP({ ...settings, secret: Secret.fromBase32(secret) });
}
