-- Ends the hold on an outbox, unless it has messages that the caller does not know.
-- KEYS  outbox, unsent
-- ARGV  messages that the caller knows
-- One entry of an outbox is the last number.
if redis.call('HLEN', KEYS[1]) - 1 <= tonumber(ARGV[1]) then
  redis.call('ZADD', KEYS[2], 'XX', 0, KEYS[1])
end
