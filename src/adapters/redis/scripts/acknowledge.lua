-- What is known of deliveries, where no turn takes it along.
-- KEYS  delivered, outbox, unsent
-- ARGV  lifetime and number of delivered ids, count of receipts, their messages, then what to remember of them
local receipts = tonumber(ARGV[3])
forget(KEYS[2], KEYS[3], 4, 3 + receipts)
remember(KEYS[1], 4 + receipts, #ARGV, ARGV[1], ARGV[2])
