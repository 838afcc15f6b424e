// Reads the arguments of the desktop's `code` executable, as far as tests and `npm start` use them.
// Switches that only mean something to a desktop, such as --no-sandbox, are read and forgotten.
import { parseArgs } from "node:util";

/** @param {string[]} words */
export function readArguments(words) {
  const { values, positionals } = parseArgs({
    args: words,
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string", multiple: true },
      extensionTestsPath: { type: "string" },
      "extensions-dir": { type: "string" },
      "install-extension": { type: "string" },
      "user-data-dir": { type: "string" },
    },
  });
  return {
    developed: texts(values.extensionDevelopmentPath),
    suite: texts(values.extensionTestsPath)[0],
    extensionsFolder: texts(values["extensions-dir"])[0],
    userFolder: texts(values["user-data-dir"])[0],
    toInstall: texts(values["install-extension"]),
    target: positionals[0],
  };
}

/** An option without its value reads as `true`, which is no text.
 * @param {unknown} value @returns {string[]} */
function texts(value) {
  return [value].flat().filter((word) => typeof word === "string");
}
