-- What a payer gets back of what it paid: a booking of its own kind, with the reference under which the money went back.
alter table costs.zahlung
  add column art text not null default 'zahlung' check (art in ('zahlung', 'rueckzahlung')),
  add column beleg text not null default '' check (length(beleg) <= 100),
  add constraint rueckzahlung_names_its_reference check (art = 'zahlung' or length(beleg) >= 3);
comment on column costs.zahlung.cent is 'What the house has more of: negative where money goes back.';

-- Why a share takes the place of an earlier one, or was taken back, as its Kommune reads it. Reasons that were given before
-- were written for the house alone, and stay there.
alter table costs.anteil add column grund text not null default '' check (length(grund) <= 1000);
alter table costs.aufhebung add column grund text not null default '' check (length(grund) <= 1000);
