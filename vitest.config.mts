// Tests that need no editor. The suites for VS Code run in VS Code itself: `npm run test:vscode`.
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig(({ mode }) => ({
  // There is no editor: its language is all that the tests have of it.
  resolve: {
    alias: [{ find: /^vscode$/, replacement: join(import.meta.dirname, "test/support/vscode.ts") }],
  },
  test: {
    env: {
      // `npm run test:update` rewrites fixtures and goldens.
      ...(process.argv.includes("--update") && { UPDATE_FIXTURES: "1" }),
      // `npm run test:long` looks longer for exceptions to properties.
      ...(mode === "long" && { RUNS: process.env.RUNS ?? "100000" }),
    },
    // Properties are tried on thousands of cases, on machines that do other things too; what hangs is still found.
    testTimeout: 60_000,
    setupFiles: ["test/support/in-english.ts"],
    projects: [
      // These put others in the place of modules, which must not be there for anybody else.
      { extends: true, test: { name: "client", include: ["test/client/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "server",
          include: ["test/**/*.test.ts", "server/scripts/**/*.test.ts"],
          exclude: ["**/node_modules/**", "test/client/**", "test/vscode/**"],
          // To load the core anew for each of two hundred files takes as long as to test it; it keeps no state but
          // the language, which is set anew.
          isolate: false,
        },
      },
    ],
  },
}));
