-- Leases the messages of an outbox.
-- KEYS outbox, unsent
-- ARGV current instant or '', duration of a lease
return claim(KEYS[1], KEYS[2], present(ARGV[1]), tonumber(ARGV[2]))
