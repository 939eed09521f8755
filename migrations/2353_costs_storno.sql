-- A payer to whom a corrected bill gives nothing any more gets a cancellation invoice: under which number.
alter table costs.aufhebung add column stornonummer text;
comment on column costs.aufhebung.stornonummer is 'Null where the share that is taken back was 0.';

alter table costs.aufhebung no force row level security;
alter table costs.anteil no force row level security;
alter table costs.rechnung no force row level security;
alter table costs.aufhebung disable trigger append_only;
update costs.aufhebung h set stornonummer = r.nummernjahr || '-'
    || lpad(r.nummer::text, greatest(4, length(r.nummer::text)), '0') || '/' || h.zahler || '-S'
  from costs.rechnung r, costs.anteil n
  where r.tenant_id = h.tenant_id and r.abrechnung_id = h.durch
    and n.tenant_id = h.tenant_id and n.abrechnung_id = h.abrechnung_id and n.zahler = h.zahler
    and jsonb_array_length(n.blatt -> 'gruppen') > 0;
alter table costs.aufhebung enable trigger append_only;
alter table costs.aufhebung force row level security;
alter table costs.anteil force row level security;
alter table costs.rechnung force row level security;

create index aufhebung_by_durch on costs.aufhebung (tenant_id, durch, zahler);

alter table costs.dokument drop constraint dokument_art_check,
  add constraint dokument_art_check check (art in ('pdf', 'xrechnung', 'xrechnungen', 'storno', 'stornopdf'));
