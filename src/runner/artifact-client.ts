/** The part of the client that is used. `DefaultArtifactClient` of `@actions/artifact` satisfies it. */
export interface ArtifactClient {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options?: { retentionDays?: number; skipArchive?: boolean },
  ): Promise<{ readonly id?: number; readonly size?: number; readonly digest?: string }>;
  listArtifacts(): Promise<{ readonly artifacts: readonly { readonly name: string; readonly createdAt?: Date }[] }>;
  deleteArtifact(name: string): Promise<unknown>;
  /** A digest that does not match is only returned. With `skipDecompress` the folder has one file, the archive. */
  downloadArtifact(
    id: number,
    options: {
      path: string;
      expectedHash: string;
      skipDecompress: boolean;
      findBy: { token: string; workflowRunId: number; repositoryOwner: string; repositoryName: string };
    },
  ): Promise<{ readonly digestMismatch?: boolean }>;
}

/** Loads the client only for uploads: it loads more slowly than everything else. */
export async function loadArtifactClient(): Promise<ArtifactClient> {
  return new (await import('@actions/artifact')).DefaultArtifactClient();
}
