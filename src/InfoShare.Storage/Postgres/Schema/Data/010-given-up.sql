-- What routing gave up on is known by its audit only, where it is one of millions.
create index audit_given_up on audit (at) where kind in ('message-kept', 'message-given-back');
