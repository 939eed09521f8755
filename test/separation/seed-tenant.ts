/** One of the two organisations whose rows the test keeps apart. Its ids begin with its letter, eight times. */
export interface SeedTenant {
  readonly letter: 'a' | 'b';
  readonly number: 1 | 2;
  readonly id: string;
  /** The `n`th id of its own. */
  readonly uuid: (n: number) => string;
  /** The hash of the secret by which its rows are found, as hex digits. */
  readonly key: string;
}

const uuidOf = (letter: string, n: number): string =>
  `${letter.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;

function seedTenant(letter: 'a' | 'b', number: 1 | 2): SeedTenant {
  const uuid = (n: number) => uuidOf(letter, n);
  return { letter, number, id: uuid(0), uuid, key: letter.repeat(64) };
}

export const tenantA = seedTenant('a', 1);
export const tenantB = seedTenant('b', 2);

/** The IT-Dienstleister of both: A consents to share circle data, B has withdrawn its consent. */
export const provider = uuidOf('c', 0);
/** An IT-Dienstleister that cares for nobody. */
export const strangeProvider = uuidOf('d', 0);
/** An organisation that does not exist. */
export const nobody = uuidOf('e', 0);
export const nilTenant = '00000000-0000-0000-0000-000000000000';
