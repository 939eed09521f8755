import { settingLabel } from '../settings/setting-labels.ts';

/** `texts.cost` as somebody reads it. */
export function angabeWort(name: string): string {
  return name
    .split('.')
    .map((part) => {
      const [word = '', number] = part.split('[');
      return number ? `${settingLabel(word)} ${number.replace(']', '')}` : settingLabel(word);
    })
    .join(' › ');
}
