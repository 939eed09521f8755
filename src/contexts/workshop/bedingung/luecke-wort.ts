import type { Luecke } from '#forms/bedingungen';

const fehlend: Readonly<Record<Luecke['was'], string>> = {
  frage: 'Wählen Sie eine Frage.',
  vergleich: 'Wählen Sie, was bei dieser Frage gelten muss.',
  wert: 'Geben Sie den Wert an, mit dem verglichen wird.',
  kuerze: 'Bis hierher ist die Bedingung zu lang. Teilen Sie sie mit einem berechneten Wert.',
};

/** What is missing in which line. */
export function lueckeWort({ wo, was }: Luecke): string {
  const [at = 0, line] = wo;
  const place = line === undefined ? `Zeile ${at + 1}` : `Zeile ${at + 1}.${line + 1}`;
  return `${place}: ${fehlend[was]}`;
}
