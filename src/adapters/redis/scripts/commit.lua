-- Commits a turn, all or nothing: documents, log, outbox and the activity's mark.
-- KEYS company, person, conversation, roster, handled mark, log, unsent, outboxes …
-- ARGV instant of the bot, current instant or '', duration of a lease, token, lifetimes of the handled mark (0: none)
--      and of the conversation, 4 versions read, 4 documents or '', 4 ids behind hashed keys or '',
--      count of events, the events, then for each message: index of its key, name, text
local now, token = tonumber(ARGV[1]), ARGV[4]

-- A commit repeated after a lost reply finds its own token.
local mark = redis.call('GET', KEYS[5])
if mark then
  local expires, by = mark:match('^(%S+) (.*)$')
  if tonumber(expires) > now then return by == token and 'committed' or 'conflict' end
end

local isAlive = {}
for i = 1, 4 do
  local found = redis.call('HMGET', KEYS[i], 'v', 'x')
  isAlive[i] = found[1] and not (found[2] and tonumber(found[2]) <= now)
  if (isAlive[i] and found[1] or '0') ~= ARGV[6 + i] then return 'conflict' end
end

-- A key of another type would fail later, so each is checked before the first write.
redis.call('LLEN', KEYS[6])
redis.call('ZCARD', KEYS[7])
for i = 8, #KEYS do redis.call('HLEN', KEYS[i]) end

-- First, as a full Redis refuses only a script's first write.
if tonumber(ARGV[5]) > 0 then
  redis.call('SET', KEYS[5], (now + ARGV[5]) .. ' ' .. token, 'PX', ARGV[5])
end

for i = 1, 4 do
  if ARGV[10 + i] ~= '' then
    redis.call('HSET', KEYS[i], 'v', ARGV[6 + i] + 1, 'd', ARGV[10 + i])
    if ARGV[14 + i] ~= '' then redis.call('HSET', KEYS[i], 'of', ARGV[14 + i]) end
  end
end
if ARGV[13] ~= '' or isAlive[3] then
  redis.call('HSET', KEYS[3], 'x', now + ARGV[6])
  redis.call('PEXPIRE', KEYS[3], ARGV[6])
end

local events = tonumber(ARGV[19])
for i = 20, 19 + events do redis.call('RPUSH', KEYS[6], ARGV[i]) end

-- Messages already waiting may belong to a process that died: their lease must expire.
local leasedUntil, wasEmpty = present(ARGV[2]) + ARGV[3], {}
for i = 8, #KEYS do wasEmpty[KEYS[i]] = redis.call('HLEN', KEYS[i]) == 0 end
for i = 20 + events, #ARGV, 3 do
  local outbox = KEYS[tonumber(ARGV[i])]
  local number = redis.call('HINCRBY', outbox, ' ', 1)
  redis.call('HSET', outbox, ARGV[i + 1], number .. ' ' .. ARGV[i + 2])
  if wasEmpty[outbox] then
    redis.call('ZADD', KEYS[7], leasedUntil, outbox)
  else
    redis.call('ZADD', KEYS[7], 'NX', leasedUntil, outbox)
  end
end
return 'committed'
