const textSpecial = /[&<>\r]/g;
const attributeSpecial = /[&<>"\r\n\t]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text between tags. Characters that XML cannot carry are the caller's fault. */
export function escapeText(text: string): string {
  return text.replace(textSpecial, (each) => entities[each] ?? each);
}

/** Text of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(attributeSpecial, (each) => entities[each] ?? each);
}
