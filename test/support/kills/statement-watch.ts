import { existsSync, lstatSync, renameSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { actorIn, loginIn, messageCutter, statementIn, type WireMessage } from './wire-messages.ts';

/** A statement on its way from web or worker to PostgreSQL. */
export interface SeenStatement {
  readonly login: string;
  readonly text: string;
  /** As whom its transaction acts, once it has said so. */
  readonly actor: string;
  /** The process of PostgreSQL that serves its connection. */
  readonly backend: number;
}

/** What to do at a statement: before PostgreSQL gets it, or when it has answered and nobody knows yet. */
export interface Interruption {
  readonly when: 'before' | 'after';
  readonly act: () => void;
}

type Look = (statement: SeenStatement) => Interruption | null;

/** Stands between the program and its PostgreSQL. */
export interface StatementWatch extends AsyncDisposable {
  /** Told of every statement of the running program, those of the owner excepted. */
  readonly look: (look: Look | null) => void;
}

const socketName = '.s.PGSQL.5432';
const watched = /_login_(app|relay)$/;

/**
 * Listens on the socket of the embedded PostgreSQL in its stead and passes everything on, whenever PostgreSQL opens that
 * socket anew. The program knows nothing of it: its PostgreSQL merely answers under another name in the same folder.
 */
export async function watchStatements(socketFolder: string): Promise<StatementWatch> {
  const path = join(socketFolder, socketName);
  const sockets = new Set<Socket>();
  let looking: Look | null = null;
  let turn = 0;
  let own: { readonly server: Server; readonly inode: number } | null = null;
  let busy = false;
  const stepIn = async () => {
    const found = settledInodeOf(path);
    if (busy || found === null || found === own?.inode) return;
    busy = true;
    turn += 1;
    const [real, draft] = [join(socketFolder, `real-${turn}`), join(socketFolder, `watch-${turn}`)];
    const server = createServer({ allowHalfOpen: false }, (client) =>
      passOn(client, connect(real), sockets, (statement) => looking?.(statement) ?? null),
    );
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(draft, resolve);
    });
    const inode = inodeOf(draft) ?? 0;
    try {
      renameSync(path, real);
      renameSync(draft, path);
      own?.server.close();
      own = { server, inode };
    } catch {
      // PostgreSQL ended in this very moment and took its socket along.
      server.close();
    }
    busy = false;
  };
  const timer = setInterval(() => void stepIn(), 2);
  return {
    look: (next) => {
      looking = next;
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      own?.server.close();
    },
  };
}

// Between opening its socket and setting its permissions PostgreSQL must find it where it put it.
const settledAfterMs = 30;

function settledInodeOf(path: string): number | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.ctimeMs >= settledAfterMs ? found.ino : null;
}

function inodeOf(path: string): number | null {
  return existsSync(path) ? (lstatSync(path, { throwIfNoEntry: false })?.ino ?? null) : null;
}

/** One connection: bytes pass unchanged, unless the moment has come at which somebody is to be killed. */
function passOn(client: Socket, server: Socket, sockets: Set<Socket>, look: Look): void {
  const fromClient = messageCutter(true);
  const fromServer = messageCutter(false);
  const seen = { login: '', backend: 0, actor: '' };
  let cut = false;
  let atAnswer: (() => void) | null = null;
  const end = () => {
    cut = true;
    client.destroy();
    server.destroy();
  };
  for (const socket of [client, server]) {
    sockets.add(socket);
    socket.on('error', end);
    socket.on('close', () => {
      sockets.delete(socket);
      end();
    });
  }
  const interrupt = (act: () => void) => {
    act();
    end();
  };
  const ask = (message: WireMessage): Interruption | null => {
    const text = statementIn(message);
    if (text !== null && /^(begin|start transaction)/.test(text)) seen.actor = '';
    seen.actor = actorIn(message) ?? seen.actor;
    return text !== null && watched.test(seen.login) ? look({ ...seen, text }) : null;
  };
  client.on('data', (chunk: Buffer) => {
    for (const message of fromClient(chunk)) {
      if (message.type === '') seen.login = loginIn(message);
      const interruption = ask(message);
      if (interruption?.when === 'before') interrupt(interruption.act);
      else if (interruption) atAnswer = interruption.act;
      if (cut) return;
      server.write(message.bytes);
    }
  });
  server.on('data', (chunk: Buffer) => {
    for (const { type, body, bytes } of fromServer(chunk)) {
      if (type === 'K') seen.backend = body.readInt32BE(0);
      if (type === 'Z' && atAnswer) interrupt(atAnswer);
      if (cut) return;
      client.write(bytes);
    }
  });
}
