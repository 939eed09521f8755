import type { OpenedSubmission } from '#delivery';
import { tellApart } from '#kernel';
import { type Antrag, antragOf, type Inhalt } from '../domain/antrag.ts';

type OpenedAttachment = OpenedSubmission['attachments'][number];

/** What a case keeps of a submission. */
export async function inhaltOf({
  submission,
  metadata,
  data,
  attachments,
}: OpenedSubmission): Promise<Inhalt> {
  const text = Buffer.from(data).toString('utf8');
  const sent = metadata.additionalReferenceInfo?.senderReference;
  const antrag: Antrag = antragOf(text, sent ?? '');
  const sizes = new Map(antrag.anlagen.map(({ id, bytes }) => [id, bytes]));
  return {
    reference: sent ?? antrag.nummer,
    caseId: submission.caseId,
    absender: submission.absender,
    contentHash: submission.contentHash.toString('hex'),
    antrag,
    data: text,
    anlagen: namedApart(attachments.filter(isOfApplicant)).map(({ attachment, name }) => ({
      id: attachment.id,
      name,
      mimeType: attachment.mimeType,
      bytes: sizes.get(attachment.id) ?? Math.round(attachment.storedBytes * plainShare),
      scanned: antrag.anlagen.some(({ id, geprueft }) => id === attachment.id && geprueft),
    })),
    weiterleitung: await noteOf(attachments, submission.forwardedFrom !== null),
  };
}

/** Our portal tells equal names apart; other senders may not. */
function namedApart(attachments: readonly OpenedAttachment[]) {
  const named: { readonly attachment: OpenedAttachment; readonly name: string }[] = [];
  for (const attachment of attachments) {
    const taken = named.map(({ name }) => name);
    named.push({ attachment, name: tellApart(attachment.fileName ?? 'ohne Namen', taken) });
  }
  return named;
}

/** How much of a stored file is the file itself, as base64 takes four bytes for three. */
const plainShare = 0.75;

const isOfApplicant = ({ purpose }: OpenedAttachment) => purpose !== 'report';
const longestNote = 64 << 10;

/** What the forwarding office wrote. */
async function noteOf(attachments: readonly OpenedAttachment[], forwarded: boolean): Promise<string | null> {
  const note = attachments.findLast(
    (each) => each.purpose === 'report' && each.mimeType === 'text/plain' && each.storedBytes < longestNote,
  );
  if (!forwarded || !note) return null;
  const opened = await note.open();
  if (!opened.ok) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.value.plaintext()) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
