-- Replaces texts that are unchanged since they were read.
-- KEYS a hash or a list
-- ARGV 'hash' or 'list', then for each: field or index, old, new
local read, write = 'HGET', 'HSET'
if ARGV[1] == 'list' then read, write = 'LINDEX', 'LSET' end

local done = 0
for i = 2, #ARGV, 3 do
  local found = redis.call(read, KEYS[1], ARGV[i])
  if found == ARGV[i + 1] then redis.call(write, KEYS[1], ARGV[i], ARGV[i + 2]) end
  -- The new text is found when the call is repeated after a lost reply.
  if found == ARGV[i + 1] or found == ARGV[i + 2] then done = done + 1 end
end
return done
