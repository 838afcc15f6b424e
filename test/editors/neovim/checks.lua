-- Works in a Neovim of its own as a person does: opens policies, types, and looks at what is shown.
-- This Neovim drives the other one, whose configuration is that of the README (`$SET_UP`).
local editor = vim.fn.jobstart({ "nvim", "--embed", "--headless", "--clean", "-u", vim.env.SET_UP }, { rpc = true })

local function lua(code, ...)
  local result = vim.rpcrequest(editor, "nvim_exec_lua", code, { ... })
  if result == vim.NIL then return nil end
  return result
end

local function keys(text)
  vim.rpcrequest(editor, "nvim_input", text)
end

--- Waits for what comes from the server; nil when it does not come.
local function await(look)
  local found
  vim.wait(10000, function()
    found = look()
    return found ~= nil
  end, 20)
  return found
end

local function open(name)
  lua("vim.cmd('edit! ' .. ...)", name)
  return await(function()
    return lua([[
      for _, each in pairs(clients()) do
        if each.initialized then return each.name end
      end
    ]])
  end)
end

local function line()
  return lua("return vim.api.nvim_buf_get_lines(0, 3, 4, true)[1]")
end

--- Puts the cursor onto the first character of a text in the statement, or behind its last one.
local function go(text, behind)
  lua([[
    local text, behind = ...
    local start, stop = vim.api.nvim_buf_get_lines(0, 3, 4, true)[1]:find(text, 1, true)
    vim.api.nvim_win_set_cursor(0, { 4, behind and stop or start - 1 })
  ]], text, behind or false)
end

local function diagnostics(count)
  return await(function()
    local found = lua([[
      return vim.tbl_map(function(each)
        local text = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, true)[1]
        return { each.code or each.user_data.lsp.code, text:sub(each.col + 1, each.end_col) }
      end, vim.diagnostic.get(0))
    ]])
    return #found == count and found or nil
  end)
end

--- The text of the window that floats above the cursor.
local function hover()
  lua([[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then vim.api.nvim_win_close(window, true) end
    end
    vim.lsp.buf.hover()
  ]])
  return await(function()
    return lua([[
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(window).relative ~= "" then
          return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), "\n")
        end
      end
    ]])
  end)
end

local function check(name, expected, found)
  if vim.deep_equal(expected, found) then
    print("ok - " .. name .. "\n")
  else
    print("not ok - " .. name .. ": " .. vim.inspect(found):gsub("%s*\n%s*", " ") .. "\n")
  end
end

local function contains(text, part)
  return text ~= nil and text:find(part, 1, true) ~= nil and part or text
end

local function work()
  -- Neovim has renamed it.
  lua([[
    function clients()
      return vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)
    end
  ]])
  check("starts the server", "access-policy", open("operators.policy.json"))
  check("diagnostics, where they belong", { { "unknown-effect", '"alow"' } }, diagnostics(1))

  -- Fixes: the first one that is offered is taken.
  lua("vim.ui.select = function(items, _, choose) choose(items[1]) end")
  go("alow")
  lua("vim.lsp.buf.code_action()")
  check("fix", "fixed", await(function()
    return line():find('"effect": "allow", "action"', 1, true) and "fixed" or nil
  end) or line())
  check("diagnostics go when what is wrong is gone", {}, diagnostics(0))

  go("trtc:RemoveUser")
  check("hover", "write", contains(hover(), "write"))
  go("1400100200")
  check("settings: the label of an application", "Live prod", contains(hover(), "Live prod"))

  -- What stands above the policy and, as the last, above the statement; each is resolved by itself.
  lua("vim.lsp.codelens.refresh()")
  local lens = await(function()
    local lenses = lua("return vim.tbl_filter(function(each) return each.command end, vim.lsp.codelens.get(0))")
    return #lenses > 1 and lenses[#lenses].command.title or nil
  end)
  check("lens", "allow · 1 write", contains(lens, "allow · 1 write"))

  -- Completion by the keys of Neovim, and what choosing the first item makes of the text.
  open("typing.policy.json")
  diagnostics(1)
  go("trtc:RemoveU", true)
  keys("i<C-x><C-o>")
  local items = await(function()
    local info = lua("return vim.fn.complete_info({ 'pum_visible', 'items' })")
    return info.pum_visible == 1 and vim.tbl_map(function(item) return item.word end, info.items) or nil
  end)
  check("completion", { "trtc:RemoveUser", "trtc:RemoveUserByStrRoomId" }, items)
  keys("<C-y><Esc>")
  check("completion replaces what was typed", '"action": "trtc:RemoveUser",', contains(await(function()
    return lua("return vim.api.nvim_get_mode().mode") == "n" and line() or nil
  end), '"action": "trtc:RemoveUser",'))

  open("empty.policy.json")
  keys("4GA<C-x><C-o>")
  await(function() return lua("return vim.fn.pumvisible()") == 1 or nil end)
  keys("<C-y><Esc>")
  await(function() return line() == "    {" or nil end)
  check("completion of several lines", { "    {", '      "effect": "allow",' },
    lua("return vim.api.nvim_buf_get_lines(0, 3, 5, true)"))
  lua("vim.cmd('edit! typing.policy.json')")

  -- Rename of an application, in the policies that nobody has opened too.
  go("1400100200")
  lua("vim.lsp.buf.rename('1400100999')")
  check("rename", "renamed", await(function()
    return line():find("sdkappid/1400100999", 1, true) and "renamed" or nil
  end) or line())
  for _, name in ipairs({ "operators.policy.json", "viewers.policy.json" }) do
    open(name)
    check("rename in " .. name, "sdkappid/1400100999", contains(line(), "sdkappid/1400100999"))
  end

  check("no errors in the editor", "", lua("return vim.v.errmsg"))
  check("no errors between editor and server", {}, lua([[
    local path = vim.lsp.get_log_path()
    local lines = vim.fn.filereadable(path) == 1 and vim.fn.readfile(path) or { path .. " is missing" }
    return vim.tbl_filter(function(line) return not line:find("^%[START%]") end, lines)
  ]]))
  print("end\n")
end

local ok, problem = pcall(work)
if not ok then print("not ok - " .. tostring(problem) .. "\n") end
vim.fn.jobstop(editor)
vim.cmd("qall!")
