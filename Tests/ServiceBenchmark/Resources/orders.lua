-- Orders of some 200 bytes with random numbers, for wrk. With a number after `--` each connection waits so many
-- milliseconds on average before each order.
math.randomseed(os.time() * 1000 + tonumber(tostring({}):sub(8), 16) % 1000000)
local run, n = math.random(1, 999999), 0
local body = '{"orderId":"%09d-%06d-%08d","customerEmail":"buyer@example.com",'
    .. '"items":[{"sku":"A-17","quantity":2},{"sku":"B-9","quantity":1}],"total":"49.90",'
    .. '"note":"leave it at the door, please, thank you"}'
local length = #string.format(body, 1, run, 1)
local template = "POST /orders HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
    .. length .. "\r\n\r\n" .. body
local format, random = string.format, math.random

-- The text of a request is made by one call, since the generator shares the processors with what it measures.
request = function()
    n = n + 1
    return format(template, random(1, 999999999), run, n)
end

init = function(arguments)
    local pause = tonumber(arguments[1])
    if pause then
        delay = function() return random(0, 2 * pause) end
    end
end
