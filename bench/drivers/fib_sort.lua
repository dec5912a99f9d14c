-- Recursion, sorting, strings, closures, coroutines: a run through most of Lua's interpreter and part of its library.
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print("fib", fib(30))

local seed = 42
local function random(limit)  -- our own, so that the output is the same everywhere
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed // 7 % limit
end

local numbers = {}
for i = 1, 100000 do numbers[i] = random(1000000) end
table.sort(numbers)
print("sort", numbers[1], numbers[50000], numbers[100000])
table.sort(numbers, function(a, b) return a % 1000 > b % 1000 or (a % 1000 == b % 1000 and a > b) end)
print("sort by", numbers[1], numbers[50000], numbers[100000])

local words, count = {}, 0
for i = 1, 20000 do
  local word = string.format("%s%03d", string.char(97 + i % 26), random(500))
  if not words[word] then words[word], count = 0, count + 1 end
  words[word] = words[word] + 1
end
local keys = {}
for word in pairs(words) do keys[#keys + 1] = word end
table.sort(keys)
print("words", count, keys[1], keys[#keys], #table.concat(keys, ","):gsub("%d+", "#"))

local squares = coroutine.wrap(function() for i = 1, 20000 do coroutine.yield(i * i) end end)
local sum = 0.0
for _ = 1, 20000 do sum = sum + math.sqrt(squares()) end
print("coroutine", string.format("%.3f", sum), select("#", table.unpack({ 1, 2, 3 })), pcall(error, "caught"))
