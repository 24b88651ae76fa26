-- Reads all data of a turn, after recording earlier deliveries.
-- KEYS company, person, conversation, roster, handled mark, delivered, outbox, unsent
-- ARGV current instant or '', duration of a lease, lifetime and number of channel ids, count of receipts,
--      their names, then the lines to record
local receipts = tonumber(ARGV[5])
if receipts > 0 then
  forget(KEYS[7], KEYS[8], 6, 5 + receipts)
  remember(KEYS[6], 6 + receipts, #ARGV, ARGV[3], ARGV[4])
end

return {
  redis.call('HMGET', KEYS[1], 'v', 'd', 'x'),
  redis.call('HMGET', KEYS[2], 'v', 'd', 'x'),
  redis.call('HMGET', KEYS[3], 'v', 'd', 'x'),
  redis.call('HMGET', KEYS[4], 'v', 'd', 'x'),
  redis.call('GET', KEYS[5]),
  redis.call('LRANGE', KEYS[6], 0, -1),
  claim(KEYS[7], KEYS[8], present(ARGV[1]), tonumber(ARGV[2])),
}
