import { SaxesParser } from 'saxes';
import { ok, type Result, refuse } from '#kernel';
import type { XzufiEreignis } from './ereignis.ts';
import { Reading, Refused, standardLimits, type XzufiLimits } from './reading.ts';
import { type Stelle, type XzufiRefusal, xzufiRefusal } from './refusals.ts';

/** Takes the text of a message piece by piece and gives back what it says. After a refusal it must not be used again. */
export interface MessageParser {
  readonly push: (text: string) => Result<readonly XzufiEreignis[], XzufiRefusal>;
  readonly end: () => Result<readonly XzufiEreignis[], XzufiRefusal>;
  readonly place: () => Stelle;
}

/** Makes a parser of one message. */
export function messageParser(limits: XzufiLimits = standardLimits): MessageParser {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const reading = new Reading(
    limits,
    () => ({ zeile: parser.line, spalte: parser.column + 1 }),
    () => parser.position,
  );
  parser.on('doctype', () => reading.fail('XZUFI_DOCTYPE'));
  parser.on('opentagstart', () => reading.begun());
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('closetag', () => reading.close());
  parser.on('text', (text) => reading.text(text));
  parser.on('cdata', (text) => reading.text(text));
  parser.on('processinginstruction', ({ target }) =>
    reading.hint('anweisung', target, reading.place().zeile),
  );
  const step = (work: () => void): Result<readonly XzufiEreignis[], XzufiRefusal> => {
    try {
      work();
      return ok(reading.take());
    } catch (error) {
      if (error instanceof Refused) return refuse(error.refusal);
      return refuse(malformed(error, reading));
    }
  };
  return {
    place: reading.place,
    push: (text) =>
      step(() => {
        reading.assertMarkup(text);
        parser.write(text);
        reading.pushed(text.length);
      }),
    end: () =>
      step(() => {
        reading.assertBegun();
        parser.close();
        reading.finish();
      }),
  };
}

/** The parser's own complaints, told apart by what a person does about them. */
function malformed(error: unknown, reading: Reading): XzufiRefusal {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column, said = text] = /^(\d+):(\d+): (.*)$/s.exec(text) ?? [];
  const place = line === undefined ? reading.place() : { zeile: Number(line), spalte: Number(column) + 1 };
  if (/unclosed|unexpected end/i.test(said)) return xzufiRefusal('XZUFI_TRUNCATED', place);
  if (!reading.hasRoot && /must (be a|contain)|text data outside|non-whitespace|document must/i.test(said))
    return xzufiRefusal('XZUFI_NOT_XML', place);
  // A lone „&“ is noticed only at the next „;“: what helps is the element in which it stands.
  const where = /entity/.test(said) ? reading.start : place;
  return xzufiRefusal('XZUFI_MALFORMED', where, said.replace(/\.$/, ''));
}
