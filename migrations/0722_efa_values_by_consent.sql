-- Values of a Kommune reach its IT-Dienstleister by consent alone (`shared`, 0702); where an Anbindung stands, as the house that
-- accompanies it.
drop policy betreut on efa.parameter;
