-- As App Engine's front end asks: it keeps Accept-Encoding to itself and compresses what it is answered.
-- Each thread is one person with one connection: posts the form of a new assessment, then asks for the result it is sent to.

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
  thread:set("person", #threads)
end

function init()
  local cookies = {}
  for line in os.getenv("BENCH_COOKIES"):gmatch("[^\n]+") do cookies[#cookies + 1] = line end
  local owners = {}
  for line in os.getenv("BENCH_OWNERS"):gmatch("[^\n]+") do owners[#owners + 1] = line end
  form = read(os.getenv("BENCH_BODY")):gsub("{owner}", owners[person])
  local origin = ("%s://%s:%s"):format(wrk.scheme, wrk.host, wrk.port)
  headers = { Cookie = cookies[person], ["Content-Type"] = os.getenv("BENCH_CONTENT_TYPE"), Origin = origin }
  asking = { Cookie = cookies[person] }
  random = assert(io.open("/dev/urandom", "rb"))
  location, shown, failed = nil, 0, 0
end

local function uuid()
  local hex = random:read(16):gsub(".", function(byte) return ("%02x"):format(byte:byte()) end)
  return ("%s-%s-4%s-8%s-%s"):format(hex:sub(1, 8), hex:sub(9, 12), hex:sub(14, 16), hex:sub(18, 20), hex:sub(21, 32))
end

function request()
  if location then return wrk.format("GET", location, asking) end
  return wrk.format("POST", os.getenv("BENCH_PATHS"), headers, (form:gsub("{submission}", uuid)))
end

function response(status, given)
  if location then
    if status == 200 then shown = shown + 1 else failed = failed + 1 end
    location = nil
    return
  end
  for name, value in pairs(given) do
    if name:lower() == "location" then location = value:gsub("^https?://[^/]+", "") end
  end
  if status ~= 303 or not location then
    failed = failed + 1
    location = nil
  end
end

function done(summary)
  local shownByAll, failedByAll = 0, 0
  for _, thread in ipairs(threads) do
    shownByAll = shownByAll + thread:get("shown")
    failedByAll = failedByAll + thread:get("failed")
  end
  print(("Shown: %d failed: %d within: %d"):format(shownByAll, failedByAll, summary.duration))
end
