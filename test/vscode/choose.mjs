// Says which VS Code the suites run in: the one that is named, the desktop's download where that can be had
// and shown, or else the offline host. There is no fourth answer, least of all "none, so nothing was tested".
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureHost } from "./host/install.mjs";

const standIn = join(import.meta.dirname, "host", "code.mjs");

/** @returns {Promise<{ executable: string | undefined, name: string }>} no executable means the download */
export async function chooseVsCode() {
  const named = process.env.VSCODE_TEST_EXECUTABLE;
  if (named) {
    return { executable: named, name: named };
  }
  if (hasDisplay() && (await downloadAnswers())) {
    return { executable: undefined, name: "desktop VS Code, downloaded" };
  }
  ensureHost();
  return { executable: standIn, name: "VS Code in the offline host" };
}

/** A desktop program needs a screen, and on Linux a screen has to be named. */
function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function downloadAnswers() {
  try {
    const url = "https://update.code.visualstudio.com/api/releases/stable";
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(5000) });
    return answer.ok;
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log((await chooseVsCode()).name);
}
