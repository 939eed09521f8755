import { inputField } from '#ui';

type InputOptions = Omit<Parameters<typeof inputField>[0], 'type'>;

/** A field for a password; its value never comes back to the page. */
export function passwordField(options: InputOptions) {
  return inputField({ ...options, type: 'password' });
}

/** A field for a mail address. */
export function emailField(options: InputOptions) {
  return inputField({ ...options, type: 'email' });
}
