// What a step of the person's work is given, and what it is made of.

/**
 * @typedef {object} Desk
 * @property {import("playwright-core").Page} page
 * @property {string} folder of policies, open in the window
 * @property {(name: string) => Promise<void>} picture shows the moment at which the subject of a step is on the screen
 * @property {() => void} killServer
 */

/** @typedef {{ name: string, run(desk: Desk): Promise<void> }} Step */

/** @typedef {{ name: string, steps: Step[] }} Part */

/**
 * A window on a folder of its own, in which one part of the work follows the other.
 * @typedef {object} Window
 * @property {import("../workspace.mjs").Files} committed what git knows
 * @property {import("../workspace.mjs").Files} [changed] what was edited since
 * @property {string} [language] of the editor; English unless given
 * @property {Part[]} parts
 */

export {};
