-- Changes or deletes a company's data, all or nothing.
-- KEYS log, unsent, then documents, then keys to delete
-- ARGV count of documents; for each its version and new text, or '' to delete it; 'log' to rewrite it,
--      then its events
local documents = tonumber(ARGV[1])
for i = 1, documents do
  if (redis.call('HGET', KEYS[2 + i], 'v') or '0') ~= ARGV[2 * i] then return 'conflict' end
end

for i = 1, documents do
  local text = ARGV[2 * i + 1]
  if text == '' then
    redis.call('DEL', KEYS[2 + i])
  else
    redis.call('HSET', KEYS[2 + i], 'v', ARGV[2 * i] + 1, 'd', text)
  end
end

for i = 3 + documents, #KEYS do
  redis.call('DEL', KEYS[i])
  redis.call('ZREM', KEYS[2], KEYS[i])
end

local events = 2 * documents + 2
if ARGV[events] == 'log' then
  redis.call('DEL', KEYS[1])
  for i = events + 1, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[i]) end
end
return 'done'
