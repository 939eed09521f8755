import { asText, asTexts, type SimpleFunction } from './simple-function.ts';
import { streetIn } from './street.ts';
import { booleanType, integerType, textType } from './types.ts';

export const textFunctions: Readonly<Record<string, SimpleFunction>> = {
  length: { takes: ['text'], gives: integerType, run: ([value]) => asText(value).length },
  lower: { takes: ['text'], gives: textType, run: ([value]) => asText(value).toLowerCase() },
  starts_with: {
    takes: ['text', 'text'],
    gives: booleanType,
    run: ([value, start]) => asText(value).startsWith(asText(start)),
  },
  contains: {
    takes: ['text', 'text'],
    gives: booleanType,
    run: ([value, part]) => asText(value).includes(asText(part)),
  },
  street_in: {
    takes: ['text', 'texts'],
    gives: booleanType,
    run: ([street, list]) => streetIn(asText(street), asTexts(list)),
  },
};
