import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);

/** The folders below `LEITWERK_DATA`. Keys stand apart: no backup of database or blobs contains them. */
export interface DataFolder {
  readonly root: string;
  readonly keys: string;
  readonly blobs: string;
  readonly run: string;
}

/** Makes the data folder where it is missing. Throws a sentence where it cannot be made or written. */
export function openDataFolder(root: string): DataFolder {
  const folder = { root, keys: join(root, 'keys'), blobs: join(root, 'blobs'), run: join(root, 'run') };
  try {
    mkdirSync(root, { recursive: true, mode: 0o755 });
    for (const inner of [folder.keys, folder.blobs, folder.run])
      mkdirSync(inner, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Der Datenordner ${root} ist nicht beschreibbar (${why}). Bitte Rechte und Platz prüfen oder LEITWERK_DATA ändern.`,
    );
  }
  return folder;
}

/**
 * A secret of this installation: read from its file, or generated at the first call (file mode 0600). Processes that
 * ask for the first time at once all get the same.
 */
export function installationSecret(folder: DataFolder, name: string, bytes = 32): string {
  const file = join(folder.keys, name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  return keptFirst(file, randomBytes(bytes).toString('base64url'));
}

/**
 * An RSA key of this installation (PKCS #8, PEM): read from its file, or made at the first call, off the event loop. With
 * it the installation signs what others keep, so it stands with the other keys.
 */
export async function installationPrivateKey(folder: DataFolder, name: string, bits = 4096): Promise<string> {
  const file = join(folder.keys, name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const { privateKey } = await generate('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return keptFirst(file, privateKey);
}

/** Writes a secret that nobody wrote before; of several at once the first one counts for all. */
function keptFirst(file: string, secret: string): string {
  const draft = `${file}.${randomUUID()}.new`;
  writeFileSync(draft, `${secret.trim()}\n`, { mode: 0o600 });
  try {
    // A link appears whole, and never takes the place of another's secret.
    linkSync(draft, file);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
