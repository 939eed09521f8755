import { readFileSync } from 'node:fs';

/** A user of the operating system. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user as whom PostgreSQL runs when the program was started as root: `postgres`, else `nobody`. */
export function unprivilegedUser(): SystemUser {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map(parseLine);
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((candidate) => candidate?.name === name);
    if (user) return user;
  }
  throw new Error(
    'PostgreSQL startet nicht als root, und es gibt weder den Benutzer postgres noch nobody. Bitte Leitwerk als gewöhnlicher Benutzer starten.',
  );
}

function parseLine(line: string): SystemUser | null {
  const [name, , uid, gid] = line.split(':');
  if (!name || !uid || !gid) return null;
  return { name, uid: Number(uid), gid: Number(gid) };
}
