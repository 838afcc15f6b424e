// What the core can do: the only door to it. Text in, values out; nothing here knows an editor, a file
// system or a network, and nothing here throws for bad input.
export * from "./access/scope.js";
export * from "./access/summarize.js";
export * from "./catalog/catalog.js";
export * from "./catalog/data.js";
export * from "./catalog/pattern.js";
export * from "./catalog/presets.js";
export * from "./checks/check.js";
export * from "./checks/check-text.js";
export * from "./checks/docs.js";
export { checks } from "./checks/index.js";
export * from "./checks/run.js";
export * from "./policy/dialect.js";
export { cam } from "./policy/dialects/cam.js";
export { otc } from "./policy/dialects/otc.js";
export { isPolicyNameField } from "./policy/locate.js";
export type * from "./policy/model.js";
export * from "./policy/read.js";
export * from "./policy/read-quickly.js";
export { isPolicyFileName } from "./policy/recognize.js";
export * from "./policy/walk.js";
export * from "./text/edit.js";
export * from "./text/line-index.js";
export { nearest } from "./text/nearest.js";
export type * from "./text/problem.js";
export * from "./text/read-json.js";
export * from "./text/span.js";
export * from "./text/value.js";
