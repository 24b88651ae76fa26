-- All or nothing: documents, log, outbox, and that the activity was handled.
-- KEYS  company, person, conversation, handled mark, log, unsent, outboxes …
-- ARGV  instant of the bot, instant of holds or '', hold, token, lifetimes of the handled mark and of the conversation,
--       3 versions read, 3 documents or '', 3 ids behind hashed keys or '',
--       count of events, the events, then for each message: number of its key, name, text
local now, token = tonumber(ARGV[1]), ARGV[4]

-- A commit whose answer was lost is sent again: it finds its own token.
local mark = redis.call('GET', KEYS[4])
if mark then
  local expires, by = mark:match('^(%S+) (.*)$')
  if tonumber(expires) > now then return by == token and 'committed' or 'conflict' end
end

local isAlive = {}
for i = 1, 3 do
  local found = redis.call('HMGET', KEYS[i], 'v', 'x')
  isAlive[i] = found[1] and not (found[2] and tonumber(found[2]) <= now)
  if (isAlive[i] and found[1] or '0') ~= ARGV[6 + i] then return 'conflict' end
end

-- A key of another type would fail half-way, so each is asked before anything is written.
redis.call('LLEN', KEYS[5])
redis.call('ZCARD', KEYS[6])
for i = 7, #KEYS do redis.call('HLEN', KEYS[i]) end

-- First, because a Redis without memory refuses the first write of a script, and none after it.
redis.call('SET', KEYS[4], (now + ARGV[5]) .. ' ' .. token, 'PX', ARGV[5])

for i = 1, 3 do
  if ARGV[9 + i] ~= '' then
    redis.call('HSET', KEYS[i], 'v', ARGV[6 + i] + 1, 'd', ARGV[9 + i])
    if ARGV[12 + i] ~= '' then redis.call('HSET', KEYS[i], 'of', ARGV[12 + i]) end
  end
end
if ARGV[12] ~= '' or isAlive[3] then
  redis.call('HSET', KEYS[3], 'x', now + ARGV[6])
  redis.call('PEXPIRE', KEYS[3], ARGV[6])
end

local events = tonumber(ARGV[16])
for i = 17, 16 + events do redis.call('RPUSH', KEYS[5], ARGV[i]) end

local heldUntil = present(ARGV[2]) + ARGV[3]
for i = 17 + events, #ARGV, 3 do
  local outbox = KEYS[tonumber(ARGV[i])]
  local number = redis.call('HINCRBY', outbox, ' ', 1)
  redis.call('HSET', outbox, ARGV[i + 1], number .. ' ' .. ARGV[i + 2])
  redis.call('ZADD', KEYS[6], heldUntil, outbox)
end
return 'committed'
