-- Puts texts in the place of others that say the same, where those still stand.
-- KEYS  a hash or a list
-- ARGV  'hash' or 'list', then for each: field or index, old, new
local read, write = 'HGET', 'HSET'
if ARGV[1] == 'list' then read, write = 'LINDEX', 'LSET' end

local done = 0
for i = 2, #ARGV, 3 do
  local found = redis.call(read, KEYS[1], ARGV[i])
  if found == ARGV[i + 1] then redis.call(write, KEYS[1], ARGV[i], ARGV[i + 2]) end
  -- Or else it was sent again after a lost answer.
  if found == ARGV[i + 1] or found == ARGV[i + 2] then done = done + 1 end
end
return done
