// What a team says of its own estate: facts about the cloud that no vendor publishes. They are passed in, like
// the catalog.

/** The type of resources that are applications, whose ids are numbers. */
export const APPLICATION_TYPE = "sdkappid";

/** An application of Chat or TRTC: what a resource `sdkappid/<id>` names. */
export interface Application {
  readonly sdkAppId: string;
  /** As the team calls it; absent for ids that were only seen in policies. */
  readonly label?: string;
  /** Number of the root account, without `uin/`. */
  readonly account?: string;
}

/** Labels of the team's root accounts, by their numbers. */
export type Accounts = Readonly<Record<string, string>>;
