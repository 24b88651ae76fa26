-- Writes a record of an archive unless it exists; a repetition changes nothing.
-- KEYS its key, unsent
-- ARGV kind, remaining milliseconds or '', then by kind: fields of a hash; a string; items of a list;
--      number of the first event, the events; name and text of each message
local key, kind, left = KEYS[1], ARGV[1], ARGV[2]

if kind == 'events' then
  local known = redis.call('LLEN', key) + 1 - ARGV[3]
  if known < 0 then return redis.error_reply('GAP the log ends before ' .. ARGV[3]) end
  for i = 4 + known, #ARGV do redis.call('RPUSH', key, ARGV[i]) end
elseif kind == 'messages' then
  for i = 3, #ARGV, 2 do
    if redis.call('HEXISTS', key, ARGV[i]) == 0 then
      local number = redis.call('HINCRBY', key, ' ', 1)
      redis.call('HSET', key, ARGV[i], number .. ' ' .. ARGV[i + 1])
      redis.call('ZADD', KEYS[2], 'NX', 0, key)
    end
  end
elseif redis.call('EXISTS', key) == 0 then
  local command = ({ hash = 'HSET', string = 'SET', list = 'RPUSH' })[kind]
  redis.call(command, key, unpack(ARGV, 3))
  if left ~= '' then redis.call('PEXPIRE', key, left) end
end
