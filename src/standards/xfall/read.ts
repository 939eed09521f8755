import { SaxesParser } from 'saxes';
import { type XfallElement, xfallNamespace } from './write.ts';

/** A document that was read, or why it could not be, with the line. */
export type XfallReading =
  | { readonly ok: true; readonly root: XfallElement }
  | { readonly ok: false; readonly problem: string };

interface Open {
  readonly name: string;
  text: string;
  readonly kinder: XfallElement[];
}

const most = { depth: 40, elements: 100_000 };
const pieceLength = 65_536;

/**
 * Reads case data as XML. Refuses a DOCTYPE, what is not well-formed, elements of another namespace, and more than 100,000
 * elements or 40 levels.
 */
export function readXfall(text: string): XfallReading {
  const top: Open = { name: '', text: '', kinder: [] };
  const open: Open[] = [top];
  let [problem, count] = ['', 0];
  const parser = new SaxesParser({ xmlns: true });
  const stop = (why: string): void => {
    problem ||= `Zeile ${parser.line}: ${why}`;
  };
  parser.on('error', ({ message }) => stop(message.replace(/^(?:\d+:)+\s*/, '')));
  parser.on('doctype', () => stop('Eine DOCTYPE-Angabe wird nicht gelesen.'));
  parser.on('opentag', ({ local, uri }) => {
    count += 1;
    if (uri !== xfallNamespace) stop(`${local} steht nicht im Namensraum ${xfallNamespace}.`);
    if (open.length > most.depth || count > most.elements) stop('Das Dokument ist zu groß oder zu tief.');
    open.push({ name: local, text: '', kinder: [] });
  });
  parser.on('text', (more) => {
    const last = open.at(-1);
    if (last) last.text += more;
  });
  parser.on('closetag', () => {
    const done = open.pop();
    if (done) open.at(-1)?.kinder.push({ ...done, text: done.kinder.length > 0 ? '' : done.text });
  });
  for (let at = 0; at < text.length && problem === ''; at += pieceLength)
    parser.write(text.slice(at, at + pieceLength));
  if (problem === '') parser.close();
  const [root] = top.kinder;
  if (problem !== '' || !root) return { ok: false, problem: problem || 'Das Dokument ist leer.' };
  return { ok: true, root };
}
