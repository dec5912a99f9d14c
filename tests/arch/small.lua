-- A little of everything that bench/drivers/fib_sort.lua does more of.
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
local numbers, seed = {}, 42
for i = 1, 40 do
  seed = (seed * 1103515245 + 12345) % 2147483648
  numbers[i] = seed // 7 % 1000
end
table.sort(numbers, function(a, b) return a > b end)
local squares = coroutine.wrap(function() for i = 1, 40 do coroutine.yield(i * i) end end)
local sum = 0.0
for _ = 1, 40 do sum = sum + math.sqrt(squares()) end
print(fib(10), numbers[1], numbers[40], ("%.3f"):format(sum), ("a1b2"):gsub("%d", "#"), pcall(error, "caught"))
