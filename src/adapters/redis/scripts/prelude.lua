-- In front of every script. Times are milliseconds.

-- The instant by which messages are cared for: Redis' own, one for all processes, unless a test gives another.
local function present(given)
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- Takes messages out of an outbox. Only the number of the last one is left of it then: nothing.
local function forget(outbox, unsent, first, last)
  for i = first, last do redis.call('HDEL', outbox, ARGV[i]) end
  if redis.call('HLEN', outbox) <= 1 then
    redis.call('DEL', outbox)
    redis.call('ZREM', unsent, outbox)
  end
end

-- Remembers the channel's ids of the latest messages.
local function remember(delivered, first, last, lifetime, most)
  if first > last then return end
  for i = first, last do redis.call('RPUSH', delivered, ARGV[i]) end
  redis.call('LTRIM', delivered, -most, -1)
  redis.call('PEXPIRE', delivered, lifetime)
end

-- The messages of an outbox, if nobody cares for them: from now on the caller does.
local function claim(outbox, unsent, now, hold)
  local heldUntil = redis.call('ZSCORE', unsent, outbox)
  if not heldUntil or tonumber(heldUntil) > now then return {} end
  local messages = redis.call('HGETALL', outbox)
  if #messages == 0 then
    redis.call('ZREM', unsent, outbox)
  else
    redis.call('ZADD', unsent, now + hold, outbox)
  end
  return messages
end
