-- As App Engine's front end asks: it keeps Accept-Encoding to itself and compresses what it is answered.
-- The same request again and again, to each path in turn with its cookie. Lines of BENCH_PATHS and BENCH_COOKIES belong together.

local function lines(text)
  local found = {}
  for line in (text or ""):gmatch("[^\n]+") do found[#found + 1] = line end
  return found
end

local function read(path)
  if not path then return nil end
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

local requests = {}
local turn = 0

function init()
  local paths, cookies = lines(os.getenv("BENCH_PATHS")), lines(os.getenv("BENCH_COOKIES"))
  local body = read(os.getenv("BENCH_BODY"))
  for index, path in ipairs(paths) do
    local headers = { Cookie = cookies[index], Authorization = os.getenv("BENCH_AUTHORIZATION") }
    if body then headers["Content-Type"] = "application/json" end
    requests[index] = wrk.format(body and "POST" or "GET", path, headers, body)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end
