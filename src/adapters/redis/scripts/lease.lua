-- Renews a lease, unless the outbox has messages unknown to the caller.
-- KEYS outbox, unsent
-- ARGV current instant or '', duration of a lease, number of messages known to the caller
-- One entry of an outbox is the last number.
if redis.call('HLEN', KEYS[1]) - 1 <= tonumber(ARGV[3]) then
  redis.call('ZADD', KEYS[2], 'XX', present(ARGV[1]) + ARGV[2], KEYS[1])
end
