import { ok, type Result, refuse } from '#kernel';
import { invalidField } from './invalid-field.ts';

/** The least and most characters of a password. The upper bound keeps hashing cheap. */
export const passwordLength = { least: 12, most: 200 } as const;

// Of those with twelve characters or more, the ones that lists of stolen passwords show first, and our own words.
const common = [
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456789123',
  '1234567890ab',
  'passwort1234',
  'passwort12345',
  'password1234',
  'password12345',
  'passwortpasswort',
  'passwordpassword',
  'qwertzuiopü',
  'qwertzuiop123',
  'qwertyuiop123',
  'qwertzuiopasdf',
  '1q2w3e4r5t6z',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  'abcdefghijklm',
  'abc123abc123',
  'hallohallohallo',
  'administrator',
  'administrator1',
  'iloveyouforever',
  'schalke04schalke04',
  'sommer2024sommer',
  'sommer2025sommer',
  'sommer2026sommer',
  'willkommen123',
  'willkommen1234',
  'stadtverwaltung',
  'kreisverwaltung',
  'gemeindeverwaltung',
  'verwaltung1234',
  'buergermeister',
  'leitwerkleitwerk',
];
const refused = new Set(common);

/** Checks a new password: long enough, none of the common ones, not the person's own address or name. */
export function checkNewPassword(password: string, ownWords: readonly string[]): Result<string> {
  const field = (message: string) => refuse(invalidField('PASSWORD_WEAK', 'passwort', message));
  const length = [...password].length;
  if (length < passwordLength.least)
    return field(
      `Das Passwort hat ${length} Zeichen. Es braucht mindestens ${passwordLength.least}; ein Satz aus mehreren Wörtern merkt sich leicht.`,
    );
  if (length > passwordLength.most)
    return field(`Das Passwort ist länger als ${passwordLength.most} Zeichen. Bitte kürzen.`);
  const folded = password.normalize('NFC').toLowerCase();
  if (refused.has(folded) || new Set(folded).size < 4)
    return field('Dieses Passwort steht auf Listen häufiger Passwörter. Bitte wählen Sie ein anderes.');
  if (ownWords.some((word) => word.length > 0 && folded === word.toLowerCase()))
    return field('Das Passwort darf nicht Ihr Name oder Ihre E-Mail-Adresse sein.');
  return ok(password);
}
