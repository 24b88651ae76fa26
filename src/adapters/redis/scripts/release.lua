-- Ends a lease, unless the outbox has messages unknown to the caller.
-- KEYS outbox, unsent
-- ARGV number of messages known to the caller
-- One entry of an outbox is the last number.
if redis.call('HLEN', KEYS[1]) - 1 <= tonumber(ARGV[1]) then
  redis.call('ZADD', KEYS[2], 'XX', 0, KEYS[1])
end
