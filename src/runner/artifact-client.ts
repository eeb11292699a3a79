/** What this room needs of `DefaultArtifactClient` of `@actions/artifact`, which satisfies it. */
export interface ArtifactClient {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options?: { retentionDays?: number; skipArchive?: boolean },
  ): Promise<{ readonly id?: number; readonly size?: number; readonly digest?: string }>;
  listArtifacts(): Promise<{ readonly artifacts: readonly { readonly name: string; readonly createdAt?: Date }[] }>;
  deleteArtifact(name: string): Promise<unknown>;
}

/** The real client, loaded when there is something to upload: it takes longer to start than all the rest. */
export async function loadArtifactClient(): Promise<ArtifactClient> {
  return new (await import('@actions/artifact')).DefaultArtifactClient();
}
