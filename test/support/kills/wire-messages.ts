/** A message of PostgreSQL's protocol: its type letter (empty for the first of a client) and its body. */
export interface WireMessage {
  readonly type: string;
  readonly body: Buffer;
  /** The message as it came. */
  readonly bytes: Buffer;
}

/** Cuts a stream of bytes into messages; a client's first message has no type letter. */
export function messageCutter(untypedFirst: boolean): (chunk: Buffer) => readonly WireMessage[] {
  let rest: Buffer = Buffer.alloc(0);
  let untyped = untypedFirst;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const messages: WireMessage[] = [];
    for (;;) {
      const start = untyped ? 0 : 1;
      if (rest.length < start + 4) return messages;
      const end = start + rest.readInt32BE(start);
      if (rest.length < end) return messages;
      const bytes = rest.subarray(0, end);
      messages.push({ type: bytes.toString('latin1', 0, start), body: bytes.subarray(start + 4), bytes });
      rest = rest.subarray(end);
      untyped = false;
    }
  };
}

/** The text of a statement that a client sends (simple query or parse), or `null`. */
export function statementIn({ type, body }: WireMessage): string | null {
  if (type === 'Q') return body.toString('utf8', 0, body.length - 1);
  if (type !== 'P') return null;
  const name = body.indexOf(0) + 1;
  return body.toString('utf8', name, body.indexOf(0, name));
}

/** As whom a client opens its connection. */
export function loginIn({ body }: WireMessage): string {
  const [, ...words] = [body.toString('utf8', 0, 4), ...body.toString('utf8', 4).split('\0')];
  return words[words.indexOf('user') + 1] ?? '';
}

/** The actor that a transaction names in the values of its first statement (bind), or `null`. */
export function actorIn({ type, body }: WireMessage): string | null {
  return type === 'B'
    ? (/(?:system|mitglied|maschine|betreiber):[\w-]+/.exec(body.toString('latin1'))?.[0] ?? null)
    : null;
}
