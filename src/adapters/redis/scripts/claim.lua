-- KEYS  outbox, unsent
-- ARGV  instant of holds or '', hold
return claim(KEYS[1], KEYS[2], present(ARGV[1]), tonumber(ARGV[2]))
