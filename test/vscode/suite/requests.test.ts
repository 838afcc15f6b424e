// A policy inside the string of a request is served like any other, at the characters of the string.
import * as assert from "node:assert/strict";
import {
  applyFix,
  closeAll,
  findings,
  hoverText,
  labelOf,
  open,
  positionOf,
  proposalsAt,
} from "./support.js";

suite("requests", () => {
  teardown(closeAll);

  test("a fault inside the string is underlined there, explained and mended", async () => {
    const { document } = await open("create-policy.json");
    const [effect, comma] = await findings(document.uri, ["unknown-effect", "json-syntax"]);
    assert.ok(effect && comma);
    assert.equal(document.getText(effect.range), '\\"alow\\"');
    assert.equal(document.getText(comma.range), ",");
    const text = await hoverText(document, positionOf(document, "trtc:Describe"));
    assert.match(text, /DescribeRoomInfo/);

    await applyFix(document, comma);
    const [left] = await findings(document.uri, ["unknown-effect"]);
    assert.ok(left);
    await applyFix(document, left);
    await findings(document.uri, []);
    const policy = JSON.parse(JSON.parse(document.getText()).PolicyDocument);
    assert.equal(policy.statement[0].effect, "allow");
  });

  test("actions are proposed inside the string", async () => {
    const { document } = await open("create-policy.json");
    const at = positionOf(document, "trtc:Describe", "trtc:Describe".length);
    const items = await proposalsAt(document, at);
    const item = items.find((each) => labelOf(each) === "trtc:DescribeRoomInfo");
    assert.ok(item?.range);
  });
});
