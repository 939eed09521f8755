import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import type { SignInPlace, Visitor } from './visitor.ts';

/** Signs a person of the demo in by the page, with the code where the role needs one; ends on the start page. */
export async function signInByPage(page: Page, app: SignInPlace, key: string): Promise<void> {
  const person = app.person(key);
  await page.goto(`${app.staff}/anmelden`);
  await page.getByLabel('E-Mail-Adresse').fill(person.email);
  await page.getByLabel('Passwort', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  if (person.secondFactor) {
    await page.getByLabel('Code', { exact: true }).fill(await app.codeOf(key));
    await page.getByRole('button', { name: 'Weiter' }).click();
  }
  await page.getByRole('button', { name: 'Abmelden' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/');
}

/** The text of the main part of the page, in one line. */
export async function mainText(page: Page): Promise<string> {
  return ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ');
}

/** Gives a browser the session that a visitor without browser has opened: a code counts once, so one sign-in has to do. */
export async function lendSession(context: BrowserContext, origin: string, someone: Visitor): Promise<void> {
  const cookies = [...someone.cookies].map(([name, value]) => ({
    name,
    value,
    url: origin.replace('http:', 'https:'),
    secure: true,
  }));
  await context.addCookies(cookies);
}
