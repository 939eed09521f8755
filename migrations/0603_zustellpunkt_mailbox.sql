-- Where an office hears of a new Antrag, without a word of the person: its functional mailbox, no person's.
alter table delivery.zustellpunkt add column postfach text check (length(postfach) between 6 and 254);
grant update (postfach) on delivery.zustellpunkt to leitwerk_app;
