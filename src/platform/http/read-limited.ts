/** The body as text, or `null` where it is longer than `limit` bytes. */
export async function readLimited(request: Request, limit: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.length;
    if (bytes > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
