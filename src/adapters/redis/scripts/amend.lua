-- Replaces the text of a message that still waits; its number stays.
-- KEYS  outbox
-- ARGV  name, text
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then redis.call('HSET', KEYS[1], ARGV[1], known:match('^%d+') .. ' ' .. ARGV[2]) end
