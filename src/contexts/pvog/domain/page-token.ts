/** Where the next page of a list in two parts begins: which part, and after which id. */
export interface PagePlace<Part extends string> {
  readonly part: Part;
  readonly after: string;
}

/** A place as text for `nextPageToken`; whoever gets it need not understand it. */
export function tokenOf<Part extends string>({ part, after }: PagePlace<Part>): string {
  return Buffer.from(`${part}:${after}`, 'utf8').toString('base64url');
}

/** The place of a token; null where nobody here made it. */
export function placeOfToken<Part extends string>(
  token: string,
  parts: readonly Part[],
): PagePlace<Part> | null {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  const part = parts.find((each) => text.startsWith(`${each}:`));
  if (part === undefined) return null;
  const place = { part, after: text.slice(part.length + 1) };
  return tokenOf(place) === token && !/\p{Cc}/u.test(text) ? place : null;
}
