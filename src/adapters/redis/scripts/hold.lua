-- KEYS  outbox, unsent
-- ARGV  instant of holds or '', hold, messages that the caller knows
-- One entry of an outbox is the last number.
if redis.call('HLEN', KEYS[1]) - 1 <= tonumber(ARGV[3]) then
  redis.call('ZADD', KEYS[2], 'XX', present(ARGV[1]) + ARGV[2], KEYS[1])
end
