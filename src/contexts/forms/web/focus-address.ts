/** What a row, a group or a field is called in the page, so that an address can lead to it. */
export function anchorOf(name: string): string {
  return `feld-${name}`;
}

/**
 * The address of a page that comes again after a row or a file was added or removed: browsers scroll to that place and give it
 * the focus, without a script. (`autofocus` does neither on phones, and nowhere on what nobody can type into.)
 */
export function focusAddress(page: string, focus: string | null): string {
  return focus === null ? page : `${page}#${encodeURIComponent(anchorOf(focus))}`;
}
