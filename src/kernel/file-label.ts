/** `10 MB`, rounded down, as it stands in hints and messages. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1_000_000) return `${Math.floor(bytes / 1_000_000)} MB`;
  return bytes >= 1_000 ? `${Math.floor(bytes / 1_000)} kB` : `${bytes} Byte`;
}

const longestName = 255;

/** A file's name as nobody of `taken` has it: `Foto.jpg`, then `Foto (2).jpg`; large and small letters count as the same. */
export function tellApart(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map(folded));
  const clean = readable(name);
  let told = clean;
  for (let number = 2; known.has(folded(told)); number += 1) told = numbered(clean, number);
  return told;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Without signs that nobody sees or that turn the reading direction, so that `gpj.exe` cannot pass for `exe.jpg`. */
function readable(name: string): string {
  const visible = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return shortened(visible === '' ? 'ohne Namen' : visible, '');
}

function numbered(name: string, number: number): string {
  return shortened(name, ` (${number})`);
}

/** The name with `mark` before its ending, cut before the mark where it would be too long. */
function shortened(name: string, mark: string): string {
  const ending = /(?<=.)\.[^. ]{1,20}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  return `${stem.slice(0, longestName - mark.length - ending.length).toWellFormed()}${mark}${ending}`;
}
