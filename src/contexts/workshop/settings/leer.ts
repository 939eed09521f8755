import { isObject, type Json } from '../domain/json.ts';
import type { Setting } from './setting.ts';

/** Whether somebody left a part of a form empty. What the form itself says (fixed values, branches) does not count. */
export function leer(setting: Setting, value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (setting.art === 'gruppe' && isObject(value))
    return setting.teile.every((teil) => teil.setting.art === 'fest' || leer(teil.setting, value[teil.name]));
  if (setting.art === 'entweder') {
    const zweig = setting.zweige.find((each) => each.setting.art === 'gruppe' && isObject(value));
    return zweig ? leer(zweig.setting, value) : false;
  }
  if (isObject(value)) return Object.values(value).every((each) => each === '' || each === undefined);
  return false;
}
