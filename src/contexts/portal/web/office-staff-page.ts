import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { button, form, refusalNotice, section } from '#ui';
import type { PortalStaffDeps } from '../deps.ts';
import type { Office } from '../domain/office.ts';
import { officeUnknown } from '../errors.ts';
import { fieldsFrom, inputOf, officeFields, type TypedFields, versionIn } from '../typed-input.ts';
import { describeOffice, removeOffice } from '../use-cases/describe-office.ts';
import { type Editor, editorOf } from '../use-cases/editor.ts';
import { readOwn } from '../use-cases/read-sites.ts';
import { typedOfficeFieldsOf } from '../views.ts';
import { type FormState, officeForm } from './site-form.ts';
import { done, manage } from './staff-answers.ts';

type Handler = (request: PageRequest, editor: Editor) => Promise<PageAnswer>;

/** Describing the offices of the own Kommune. */
export function officeStaffRoutes(deps: PortalStaffDeps): readonly PageRoute[] {
  const route = (method: 'GET' | 'POST', path: string, capability: string, answer: Handler): PageRoute => ({
    capability,
    method,
    path,
    access: manage,
    handle: async (request) => {
      const editor = await editorOf(deps, request.principal);
      return editor.ok ? answer(request, editor.value) : refusal(editor.refusal);
    },
  });
  const describe = 'portal.office.describe';
  return [
    route('GET', '/portal/aemter/neu', describe, async (request) =>
      page(content(null, stateFrom(request, {}, 0), null)),
    ),
    route('POST', '/portal/aemter', describe, (request, editor) => save(deps, request, editor, null)),
    route('GET', '/portal/aemter/:amt', describe, async (request, editor) => {
      const office = await officeIn(deps, request, editor);
      if (office === null) return refusal(officeUnknown);
      return page(content(office, stateFrom(request, typedOfficeFieldsOf(office), office.version), null));
    }),
    route('POST', '/portal/aemter/:amt', describe, async (request, editor) => {
      const office = await officeIn(deps, request, editor);
      return office ? save(deps, request, editor, office) : refusal(officeUnknown);
    }),
    route('POST', '/portal/aemter/:amt/entfernen', 'portal.office.remove', async (request, editor) => {
      const removed = await removeOffice(deps, editor, request.params.amt ?? '');
      return removed.ok ? done('/portal', 'amt-entfernt') : refusal(removed.refusal);
    }),
  ];
}

async function officeIn(deps: PortalStaffDeps, request: PageRequest, editor: Editor): Promise<Office | null> {
  const { offices } = await readOwn(deps, editor);
  return offices.find(({ id }) => id === request.params.amt) ?? null;
}

async function save(
  deps: PortalStaffDeps,
  request: PageRequest,
  editor: Editor,
  office: Office | null,
): Promise<PageAnswer> {
  const fields = fieldsFrom(request.form, officeFields);
  const version = versionIn(request.form.get('version'));
  const input = { ...inputOf(fields), id: office?.id ?? null, version };
  const result = await describeOffice(deps, editor, input);
  if (result.ok) return done('/portal', 'amt');
  const state = { ...stateFrom(request, fields, version), problems: result.refusal.fields ?? [] };
  return refusedPage(content(office, state, result.refusal), result.refusal);
}

function stateFrom({ csrfToken }: PageRequest, fields: TypedFields, version: number): FormState {
  return { fields, problems: [], csrfToken, version };
}

function content(office: Office | null, state: FormState, reason: Refusal | null): PageContent {
  const address = office ? `/portal/aemter/${office.id}` : '/portal/aemter';
  return {
    title: office ? office.name : 'Amt hinzufügen',
    breadcrumb: [{ label: 'Auftritt der Kommune', href: '/portal' }],
    main: html`${refusalNotice(reason)}${officeForm(state, address)}${
      office
        ? section(
            'Amt entfernen',
            form(
              {
                action: `${address}/entfernen`,
                csrfToken: state.csrfToken,
                label: 'Amt entfernen',
              },
              button('Amt entfernen', { kind: 'secondary' }),
            ),
            { lead: 'Danach steht bei seinen Leistungen das Rathaus.' },
          )
        : ''
    }`,
  };
}
