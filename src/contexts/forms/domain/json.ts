/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether this is an object with names, not an array and not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own value of whatever has one under this name. */
export function valueAt(value: unknown, name: string): Json | undefined {
  return isJsonObject(value) ? ownValue(value, name) : undefined;
}

/** The object's own value under this name; never what every object inherits (`constructor`, `__proto__`). */
export function ownValue(object: JsonObject | undefined, name: string): Json | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}
