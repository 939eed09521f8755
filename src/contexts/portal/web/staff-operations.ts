import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PortalStaffDeps } from '../deps.ts';
import { inputOf } from '../typed-input.ts';
import { describeOffice, removeOffice } from '../use-cases/describe-office.ts';
import { describeSite } from '../use-cases/describe-site.ts';
import { editorOf } from '../use-cases/editor.ts';
import { readOwn } from '../use-cases/read-sites.ts';
import { officeAnswer, siteAnswer } from '../views.ts';
import { officeBody, officeSchema, siteBody, siteSchema } from './schemas.ts';
import { manage } from './staff-answers.ts';

const officeParams = z.object({ amt: z.string().max(40).describe('Nummer des Amtes') });
const officeId = z.object({ id: z.string() });

/** Describing the own site and its offices. */
export function staffOperations(deps: PortalStaffDeps): readonly Operation[] {
  return [
    operation({
      capability: 'portal.own',
      method: 'get',
      path: '/portal',
      summary: 'Der Auftritt der eigenen Kommune mit ihren Ämtern',
      access: manage,
      response: z.object({ portal: siteSchema.nullable(), aemter: z.array(officeSchema) }),
      handle: async ({ principal }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const { site, offices } = await readOwn(deps, editor.value);
        return ok({ portal: site && siteAnswer(site), aemter: offices.map(officeAnswer) });
      },
    }),
    operation({
      capability: 'portal.site.describe',
      method: 'put',
      path: '/portal',
      summary: 'Den Auftritt der eigenen Kommune beschreiben',
      access: manage,
      body: siteBody,
      response: siteSchema,
      handle: async ({ principal, body: { version, ...typed } }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const site = await describeSite(deps, editor.value, { ...inputOf(filled(typed)), version });
        return site.ok ? ok(siteAnswer(site.value)) : site;
      },
    }),
    ...officeOperations(deps),
  ];
}

function officeOperations(deps: PortalStaffDeps): readonly Operation[] {
  return [
    operation({
      capability: 'portal.office.describe',
      method: 'post',
      path: '/portal/aemter',
      summary: 'Ein Amt hinzufügen',
      access: manage,
      body: officeBody,
      response: officeId,
      status: 201,
      handle: async ({ principal, body: { version, ...typed } }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        return describeOffice(deps, editor.value, { ...inputOf(filled(typed)), id: null, version });
      },
    }),
    operation({
      capability: 'portal.office.describe',
      method: 'put',
      path: '/portal/aemter/{amt}',
      summary: 'Ein Amt ändern',
      access: manage,
      params: officeParams,
      body: officeBody,
      response: officeId,
      handle: async ({ principal, params: { amt }, body: { version, ...typed } }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        return describeOffice(deps, editor.value, { ...inputOf(filled(typed)), id: amt, version });
      },
    }),
    operation({
      capability: 'portal.office.remove',
      method: 'delete',
      path: '/portal/aemter/{amt}',
      summary: 'Ein Amt entfernen',
      access: manage,
      params: officeParams,
      response: officeId,
      handle: async ({ principal, params: { amt } }) => {
        const editor = await editorOf(deps, principal);
        return editor.ok ? removeOffice(deps, editor.value, amt) : editor;
      },
    }),
  ];
}

/** Fields that were not sent are empty. */
function filled(typed: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']));
}
