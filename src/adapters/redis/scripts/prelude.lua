-- Precedes every script. Times are milliseconds.

-- Returns the current instant for leases: Redis' own, shared by all processes, or a test's.
local function present(given)
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- Removes messages from an outbox, and the outbox if only the last number is left.
local function forget(outbox, unsent, first, last)
  for i = first, last do redis.call('HDEL', outbox, ARGV[i]) end
  if redis.call('HLEN', outbox) <= 1 then
    redis.call('DEL', outbox)
    redis.call('ZREM', unsent, outbox)
  end
end

-- Records the channel ids of the latest messages.
local function remember(delivered, first, last, lifetime, most)
  if first > last then return end
  for i = first, last do redis.call('RPUSH', delivered, ARGV[i]) end
  redis.call('LTRIM', delivered, -most, -1)
  redis.call('PEXPIRE', delivered, lifetime)
end

-- Leases an outbox for the caller and returns its messages; empty if leased already.
local function claim(outbox, unsent, now, lease)
  local leasedUntil = redis.call('ZSCORE', unsent, outbox)
  if not leasedUntil or tonumber(leasedUntil) > now then return {} end
  local messages = redis.call('HGETALL', outbox)
  if #messages == 0 then
    redis.call('ZREM', unsent, outbox)
  else
    redis.call('ZADD', unsent, now + lease, outbox)
  end
  return messages
end
