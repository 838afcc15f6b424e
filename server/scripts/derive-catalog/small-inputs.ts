// Inputs for tests: valid, and as small as they can be. A test breaks its own copy in one place.

export function smallInputs() {
  return {
    tencentFacts: tencentFacts(),
    otcFacts: otcFacts(),
    camOverrides: camOverrides(),
    otcOverrides: otcOverrides(),
  };
}

const because = { reason: "As the page says.", sources: ["https://docs.example.org/page"] };

function tencentFacts() {
  const resource = "qcs::demo::uin/<uin>:sdkappid/<id>";
  return {
    schemaVersion: 1,
    collected: "2026-11",
    about: "Made for tests.",
    services: [
      {
        service: "demo",
        product: "Demo",
        formerNames: [],
        authorizationGranularity: "resource",
        tagAuthorization: true,
        ipCondition: "supported",
        actionPrefixes: ["demo:"],
        resourceFormats: [
          {
            template: resource,
            segments: null,
            meaning: "one application",
            source: "https://docs.example.org/demo",
          },
          { template: "*", segments: null, meaning: "everything", source: "https://docs.example.org/demo" },
        ],
        actions: [
          {
            name: "DescribeRoom",
            access: "read",
            accessBasis: "name-verb",
            resourceLevel: true as boolean | null,
            resource,
            summary: "Query a room",
            group: "rooms",
            origin: "api3",
            sources: ["https://docs.example.org/demo"],
          },
          {
            name: "CreateRoom",
            access: "write",
            accessBasis: "cam-table",
            resourceLevel: false as boolean | null,
            resource: "*",
            summary: "Create a room",
            group: "rooms",
            origin: "audit-only",
            sources: ["npm:demo-sdk@1.0.0 demo/v1"],
          },
        ],
      },
    ],
    presetPolicies: [
      {
        name: "QcloudDemoFullAccess",
        product: "Demo",
        access: "read-write",
        kind: "preset",
        document: null,
        documentSource: null as string | null,
        sources: ["https://docs.example.org/presets"],
      },
    ],
    notToConfuse: [],
  };
}

function otcFacts() {
  return {
    schemaNote: "Made for tests.",
    services: [
      {
        service: "img",
        product: "Images",
        scopeClass: "project",
        actionFormat: "img:<resourceType>:<operation>",
        resourceTypes: ["images"],
        resourceFormats: [] as string[],
        resourceFormatsNote: "None.",
        actionless: [],
        apisWithoutPublishedAction: [],
        actions: [
          {
            name: "img:images:get",
            access: "read",
            accessSource: "inferred (name and GET method)",
            summary: "Read an image",
            apis: ["GET /v2/images/{image_id}"],
            scope: ["project"],
            dependencies: ["disk:volumes:get", "disk:*:*"],
            resourceLevel: false,
            serviceConditionKeys: [],
            apiDetails: [{ api: "GET /v2/images/{image_id}", scope: ["project"] }],
            sources: ["https://docs.example.org/img"],
          },
        ],
      },
    ],
    presetPolicies: [
      {
        name: "IMG Administrator",
        kind: "role",
        access: "full",
        internalNames: { "eu-de/eu-nl": "img_adm" },
        document: null,
        documentSource: null,
        likelyDocument: { Version: "1.1" },
        dependsOn: ["Disk Viewer (per guide)"],
        summary: "Everything on images",
        sources: ["github:example/img docs/permissions.rst"],
      },
    ],
    neighbourPresets: ["Disk Viewer"],
    dependencyServices: [
      {
        service: "disk",
        product: "Disks",
        scopeClass: "project",
        requiredByIms: [
          { name: "disk:volumes:get", neededBy: ["img:images:get"] },
          { name: "disk:*:*", neededBy: ["img:images:get"] },
        ],
        otherKnownActions: ["disk:volumes:delete", "disk:volumes:get"],
        otherKnownActionsComplete: false,
        sources: ["github:example/disk"],
      },
    ],
    huaweiOnly: {
      note: "None.",
      v5IdentityPolicyActions: [],
      apis: [],
      sources: ["https://docs.example.org/hw"],
    },
  };
}

function camOverrides() {
  return {
    dialect: "cam",
    collected: "2026-10",
    services: [{ code: "demo", completeness: "partial", ...because }],
    serviceAliases: [{ alias: "dm", service: "demo", ...because }],
    serviceCodesComplete: false,
    serviceCodes: [{ codes: ["store", "machine"], ...because }],
    regionsComplete: false,
    regions: [{ names: ["ap-two", "ap-one"], ...because }],
    operators: [
      {
        name: "string_equal",
        type: "string",
        meaning: "Equal.",
        sources: ["https://docs.example.org/operators"],
      },
    ],
    keys: [{ name: "qcs:ip", type: "ip", meaning: "Address.", sources: ["https://docs.example.org/keys"] }],
    presets: [{ name: "QcloudDemoFullAccess", product: "Demo", services: ["demo"] }],
  };
}

function otcOverrides() {
  return {
    dialect: "otc",
    collected: "2026-09",
    services: [
      { code: "img", completeness: "complete", ...because },
      { code: "disk", completeness: "excerpt", ...because },
    ],
    serviceAliases: [],
    serviceCodesComplete: false,
    serviceCodes: [],
    regionsComplete: false,
    regions: [],
    operators: [],
    keys: [],
    presets: [
      { name: "IMG Administrator", product: "IMG", services: ["img"] },
      {
        name: "Disk Viewer",
        product: "Disk",
        services: ["disk"],
        kind: "role",
        access: "read-only",
        ...because,
      },
    ],
  };
}
