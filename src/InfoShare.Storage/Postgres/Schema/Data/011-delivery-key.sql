-- Whether anything of a key waits, for whomever, is asked before what is decided may leave at once.
create index delivery_key on delivery (partition_key, organisation, role, order_no)
    where urgent = 0 and kind <> 'review' and state in ('decided', 'sending', 'sent', 'held', 'failed');
drop index delivery_order;
