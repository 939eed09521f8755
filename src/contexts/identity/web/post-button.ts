import { button, form } from '#ui';

/** A button of its own; `about` tells screen readers what it is about, where several say the same. */
export function postButton(
  action: string,
  csrfToken: string,
  label: string,
  about: string,
  hidden: Readonly<Record<string, string>> = {},
) {
  return form(
    { action, csrfToken, hidden, label: about ? `${label}: ${about}` : label },
    button(label, { kind: 'secondary', small: true }),
  );
}
