/** The part of JSON Schema that the published metadata schema uses; anything else throws, so that nothing goes unchecked. */
type Schema = Readonly<Record<string, unknown>>;

const silent = new Set([
  '$schema',
  '$id',
  '$defs',
  'title',
  'description',
  'examples',
  'deprecated',
  'format',
  'minContains',
]);

type Check = (value: unknown, rule: unknown, schema: Schema, root: Schema) => boolean;

const record = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOr = (value: unknown, test: (text: string) => boolean) => typeof value !== 'string' || test(value);

const checks: Readonly<Record<string, Check>> = {
  type: (value, rule) => typeMatches(value, rule),
  required: (value, rule) => !record(value) || (rule as string[]).every((key) => key in value),
  properties: (value, rule, _, root) =>
    !record(value) ||
    Object.entries(rule as Record<string, Schema>).every(
      ([key, inner]) => !(key in value) || accepts(inner, value[key], root),
    ),
  additionalProperties: (value, rule, schema) =>
    rule !== false ||
    !record(value) ||
    Object.keys(value).every((key) => key in (schema.properties as Schema)),
  minProperties: (value, rule) => !record(value) || Object.keys(value).length >= Number(rule),
  maxProperties: (value, rule) => !record(value) || Object.keys(value).length <= Number(rule),
  items: (value, rule, _, root) =>
    !Array.isArray(value) || value.every((item) => accepts(rule as Schema, item, root)),
  contains: (value, rule, _, root) =>
    !Array.isArray(value) || value.some((item) => accepts(rule as Schema, item, root)),
  minItems: (value, rule) => !Array.isArray(value) || value.length >= Number(rule),
  uniqueItems: (value) => !Array.isArray(value) || new Set(value).size === value.length,
  enum: (value, rule) => (rule as unknown[]).includes(value),
  pattern: (value, rule) => textOr(value, (text) => new RegExp(String(rule), 'u').test(text)),
  minLength: (value, rule) => textOr(value, (text) => text.length >= Number(rule)),
  maxLength: (value, rule) => textOr(value, (text) => text.length <= Number(rule)),
  minimum: (value, rule) => typeof value !== 'number' || value >= Number(rule),
  multipleOf: (value, rule) =>
    typeof value !== 'number' || Math.abs(value / Number(rule) - Math.round(value / Number(rule))) < 1e-6,
  $ref: (value, rule, _, root) => accepts(resolved(root, String(rule)), value, root),
};

/** Whether a JSON schema accepts a value. */
export function accepts(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, rule]) => {
    const check = checks[keyword];
    if (check) return check(value, rule, schema, root);
    if (silent.has(keyword)) return true;
    throw new Error(`The schema uses „${keyword}“, which this check does not know`);
  });
}

function typeMatches(value: unknown, rule: unknown): boolean {
  if (rule === 'object') return record(value);
  if (rule === 'array') return Array.isArray(value);
  return typeof value === rule;
}

function resolved(root: Schema, reference: string): Schema {
  let at: unknown = root;
  for (const part of reference.replace(/^#\//, '').split('/')) at = record(at) ? at[part] : undefined;
  if (!record(at)) throw new Error(`The schema refers to ${reference}, which it does not hold`);
  return at;
}
