import pg from 'pg';

/** The two login roles of one database and their passwords. */
export interface RolePasswords {
  readonly app: string;
  readonly relay: string;
}

/** Connection strings of the two roles that the running program uses; neither can change the schema. */
export interface RoleUrls {
  readonly app: string;
  readonly relay: string;
}

const duplicate = new Set(['42710', '23505']);

/**
 * Makes the roles of the database behind `ownerUrl`: the groups `leitwerk_app` and `leitwerk_relay` that hold the
 * rights (shared by all databases of the server), and one login per database that belongs to its group. Only these
 * logins may connect to the database.
 */
export async function ensureRoles(ownerUrl: string, passwords: RolePasswords): Promise<RoleUrls> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = rows[0]?.name ?? '';
    for (const group of ['leitwerk_app', 'leitwerk_relay']) await createRole(client, `${group} nologin`);
    for (const kind of ['app', 'relay'] as const) {
      const login = client.escapeIdentifier(`${database}_login_${kind}`);
      await createRole(client, `${login} login noinherit`);
      await client.query(
        `alter role ${login} login inherit nocreatedb nocreaterole password ${client.escapeLiteral(passwords[kind])}`,
      );
      await client.query(`grant leitwerk_${kind} to ${login}`);
      await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${login}`);
    }
    await client.query(
      `revoke connect, temporary on database ${client.escapeIdentifier(database)} from public`,
    );
    return {
      app: withLogin(ownerUrl, `${database}_login_app`, passwords.app),
      relay: withLogin(ownerUrl, `${database}_login_relay`, passwords.relay),
    };
  } finally {
    await client.end();
  }
}

async function createRole(client: pg.Client, definition: string): Promise<void> {
  try {
    await client.query(`create role ${definition}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && duplicate.has(error.code ?? ''))) throw error;
  }
}

function withLogin(url: string, user: string, password: string): string {
  return url.replace(
    /^(postgres(?:ql)?:\/\/)[^@/]*@?/,
    `$1${encodeURIComponent(user)}:${encodeURIComponent(password)}@`,
  );
}
