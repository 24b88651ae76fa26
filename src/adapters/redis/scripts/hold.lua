-- KEYS  outbox, unsent
-- ARGV  instant of holds or '', hold
redis.call('ZADD', KEYS[2], 'XX', present(ARGV[1]) + ARGV[2], KEYS[1])
