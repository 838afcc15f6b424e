// Custom request `accessPolicy/checkWorkspace`: comes back when every policy of the workspace has been judged, with
// what was found. The findings themselves are told as diagnostics.

export const CHECK_WORKSPACE_REQUEST = "accessPolicy/checkWorkspace";

export interface CheckWorkspaceResult {
  /** Policies and project files, open or not. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}
