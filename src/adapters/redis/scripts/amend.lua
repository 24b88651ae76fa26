-- Replaces the text of a waiting message, keeping its number.
-- KEYS outbox
-- ARGV name, text
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then redis.call('HSET', KEYS[1], ARGV[1], known:match('^%d+') .. ' ' .. ARGV[2]) end
