import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { ok, type Result, refuse } from '#kernel';
import type { XzufiEreignis } from '../ereignis.ts';
import { readXzufi } from '../read-message.ts';
import type { XzufiLimits } from '../reading.ts';
import type { XzufiRefusal } from '../refusals.ts';
import { framePart, instruction, messageEnd, messageStart } from '../write-message.ts';

/** A vector of this standard as text. */
export function vector(name: string): string {
  return readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8');
}

/** Reads a whole message, in pieces of `size` bytes. */
export async function readAll(
  content: string | Buffer,
  size = 1_000,
  limits?: XzufiLimits,
): Promise<Result<readonly XzufiEreignis[], XzufiRefusal>> {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  const events: XzufiEreignis[] = [];
  for await (const step of readXzufi(Readable.from(pieces), limits)) {
    if (!step.ok) return refuse(step.refusal);
    events.push(...step.value);
  }
  return ok(events);
}

/** What was read, written again. */
export function writeAll(events: readonly XzufiEreignis[]): string {
  return events
    .map((event) => {
      if (event.ereignis === 'kopf') return messageStart(event.kopf);
      if (event.ereignis === 'rahmen') return framePart(event.inhalt);
      if (event.ereignis === 'ende') return '';
      return instruction(event.ereignis, event.objekt);
    })
    .concat(messageEnd({ wurzel: 'nachricht' }))
    .join('');
}
