-- Reads a company outside a turn.
-- KEYS company, roster
return {
  redis.call('HMGET', KEYS[1], 'v', 'd', 'x'),
  redis.call('HMGET', KEYS[2], 'v', 'd', 'x'),
}
