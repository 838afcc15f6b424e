// The user settings that every VS Code of ours starts with.
// The first group keeps it from asking the network, the second keeps it out of a test's way.

export const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.autofetch": false,
  "json.schemaDownload.enable": false,
  "npm.fetchOnlinePackageInfo": false,
  "telemetry.telemetryLevel": "off",
  "typescript.disableAutomaticTypeAcquisition": true,
  "update.mode": "none",
  "update.showReleaseNotes": false,
  "workbench.enableExperiments": false,
  "workbench.settings.enableNaturalLanguageSearch": false,

  // A narrow window would show a diff inline, where the old side's findings cannot be seen.
  "diffEditor.useInlineViewWhenSpaceIsLimited": false,
  // The default in a browser is "afterDelay", which would write test edits into the fixtures.
  "files.autoSave": "off",
  "files.simpleDialog.enable": true,
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.enabled": false,
  "window.confirmBeforeClose": "never",
  // A picture of something that is still sliding in shows little.
  "workbench.reduceMotion": "on",
  // An empty chat would take a third of the width.
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};
