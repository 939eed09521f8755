import { ok, type Result, refuse } from '#kernel';
import { strictDecoder } from '../xml-text/index.ts';
import type { XzufiEreignis } from './ereignis.ts';
import { messageParser } from './message-parser.ts';
import { standardLimits, type XzufiLimits } from './reading.ts';
import { type XzufiRefusal, xzufiRefusal } from './refusals.ts';

/**
 * Reads an XZuFi message (2.2.0 or 2.3.1) while it streams in, with the memory of one object. Yields what it says in its
 * order, in batches; the last one ends with `ende`, and only that says that the message was whole. A message that is broken
 * yields one refusal, with line, column and remedy, and nothing after it. Attested are the elements that
 * `model/` and the README name; order and the objects other than `leistung` are not checked against an XSD.
 */
export async function* readXzufi(
  source: AsyncIterable<Uint8Array>,
  limits: XzufiLimits = standardLimits,
): AsyncGenerator<Result<readonly XzufiEreignis[], XzufiRefusal>, void> {
  const decoder = strictDecoder((fault, at, detail) =>
    xzufiRefusal(fault === 'wrong' ? 'XZUFI_ENCODING_WRONG' : 'XZUFI_ENCODING_UNKNOWN', at, detail),
  );
  const parser = messageParser(limits);
  for await (const bytes of source) {
    const text = decoder.push(bytes, parser.place());
    if (!text.ok) return yield refuse(text.refusal);
    if (text.value === '') continue;
    const events = parser.push(text.value);
    if (!events.ok) return yield events;
    if (events.value.length > 0) yield events;
  }
  const rest = decoder.end(parser.place());
  if (!rest.ok) return yield rest;
  const last = rest.value === '' ? ok([]) : parser.push(rest.value);
  if (!last.ok) return yield last;
  const end = parser.end();
  yield end.ok ? ok([...last.value, ...end.value]) : end;
}
