import { settingLabel } from './setting-labels.ts';

/** `texts.cost` as somebody reads it; entries are counted from one. */
export function angabeWort(name: string): string {
  const parts = name.split('.');
  return parts
    .map((part, index) => {
      const [word = '', number] = part.split('[');
      const label = settingLabel(word, (parts[index - 1] ?? '').split('[')[0]);
      return number ? `${label} ${number.replace(']', '')}` : label;
    })
    .join(' › ');
}

/** The same for a place in a file, where entries are counted from zero: `options[0].label`. */
export function stelleWort(place: string): string {
  return angabeWort(place.replaceAll(/\[(\d+)\]/g, (_, index: string) => `[${Number(index) + 1}]`));
}
