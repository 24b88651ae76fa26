-- Records deliveries outside a turn.
-- KEYS delivered, outbox, unsent
-- ARGV lifetime and number of channel ids, count of receipts, their names, then the lines to record
local receipts = tonumber(ARGV[3])
forget(KEYS[2], KEYS[3], 4, 3 + receipts)
remember(KEYS[1], 4 + receipts, #ARGV, ARGV[1], ARGV[2])
