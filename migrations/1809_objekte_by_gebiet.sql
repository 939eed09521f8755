-- Which Onlinedienste and Organisationseinheiten hold in an area: the search API of the PVOG asks so.
-- Without a list of what waits to be sorted in: each question would read that too, long after a large feed.
create index objekt_by_gebiet on descriptions.objekt using gin (ars) with (fastupdate = off)
  where art in ('onlinedienst', 'organisationseinheit');
