-- Which Onlinedienste and Organisationseinheiten hold in an area: the search API of the PVOG asks so.
create index objekt_by_gebiet on descriptions.objekt using gin (ars)
  where art in ('onlinedienst', 'organisationseinheit');
