const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID as the database writes it: 36 characters, small letters. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
