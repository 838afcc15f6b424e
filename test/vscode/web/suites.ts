// What is tested in a browser: the suites of the desktop that need no Node, and what is other without a disk.
import "../suite/activation.test.js";
import "../suite/authoring.test.js";
import "../suite/findings.test.js";
import "../suite/help.test.js";
import "../suite/beside-text.test.js";
import "../suite/workspace-ids.test.js";
import "../suite/fix-all.test.js";
import "../suite/requests.test.js";
import "../suite/decisions.test.js";
import "../suite/pull-request.test.js";
import "./files.test.js";
import "./worker.test.js";
