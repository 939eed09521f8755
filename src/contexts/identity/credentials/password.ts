import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** The cost of scrypt: memory is 128 · N · r bytes. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB and about 0.2 s; the values OWASP gives for this memory. */
export const defaultCost: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };

/** Hashes and checks passwords; the work runs in libuv's threads, so that pages go on meanwhile. */
export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>;
  /** Checks against a stored hash; without one the same work is done for nothing, so that time tells nothing. */
  readonly verify: (password: string, stored: string | null) => Promise<boolean>;
}

const keyBytes = 32;
const stored = /^scrypt\$N=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

/** A hasher whose new hashes have `cost`; older hashes carry their own. */
export function passwordHasher(cost: ScryptCost = defaultCost): PasswordHasher {
  const dummySalt = randomBytes(16);
  return {
    hash: async (password) => {
      const salt = randomBytes(16);
      const key = await derive(password, salt, cost);
      const { N, r, p } = cost;
      return `scrypt$N=${N},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
    },
    verify: async (password, hash) => {
      if (hash === null) {
        await derive(password, dummySalt, cost);
        return false;
      }
      const { key, salt, cost: itsCost } = parseHash(hash);
      return timingSafeEqual(await derive(password, salt, itsCost), key);
    },
  };
}

function parseHash(hash: string): { key: Buffer; salt: Buffer; cost: ScryptCost } {
  const [, N, r, p, salt, key] = stored.exec(hash) ?? [];
  if (!salt || !key) throw new Error('A stored password hash has an unknown form');
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const options = { ...cost, maxmem: 128 * cost.N * cost.r * 2 };
  return new Promise((resolve, reject) => {
    // Different keyboards compose letters differently; the same word must give the same key.
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
