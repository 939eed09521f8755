import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail that the catcher took. */
export interface Caught {
  readonly to: string;
  readonly messageId: string;
  readonly source: string;
}

export interface MailCatcher extends AsyncDisposable {
  readonly url: string;
  readonly taken: readonly Caught[];
  /** How often each address was asked for, refused or not. */
  readonly asked: ReadonlyMap<string, number>;
}

interface Behaviour {
  /** An SMTP code with which an address is refused; `null`: welcome. */
  readonly refuse?: (address: string) => number | null;
  /** Called when a whole mail has arrived, before it counts as taken; the answer waits for it. */
  readonly beforeTaking?: (address: string) => Promise<void>;
  /** Called when a mail counts as taken, before the sender is told. */
  readonly afterTaking?: (address: string) => void;
}

/** A real SMTP server on this machine that keeps what it takes, and refuses or dawdles as a test wants. */
export async function mailCatcher(behaviour: Behaviour = {}): Promise<MailCatcher> {
  const taken: Caught[] = [];
  const asked = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      asked.set(address, (asked.get(address) ?? 0) + 1);
      const code = behaviour.refuse?.(address) ?? null;
      done(
        code === null
          ? null
          : Object.assign(new Error(`<${address}> is not welcome`), { responseCode: code }),
      );
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      const to = session.envelope.rcptTo[0]?.address ?? '';
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        await behaviour.beforeTaking?.(to);
        const source = Buffer.concat(parts).toString();
        taken.push({ to, source, messageId: /^Message-ID:\s*(<[^>]+>)/im.exec(source)?.[1] ?? '' });
        behaviour.afterTaking?.(to);
        done();
      });
    },
  });
  // A sender that is killed breaks its connection; that is no fault of the catcher.
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    asked,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
