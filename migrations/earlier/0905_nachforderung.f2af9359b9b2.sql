alter table inbox.fassung rename to inhaltsfassung;
alter index inbox.fassung_pkey rename to inhaltsfassung_pkey;
alter index inbox.fassung_tenant_id_submission_id_key rename to inhaltsfassung_tenant_id_submission_id_key;
