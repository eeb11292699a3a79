import { TEXT, TRUTH, WHOLE_NUMBER } from './column-types.ts';
import type { ReportDefinition } from '../definition.ts';

/** Names may hold a slash, and a path must not tell of folders that are none. */
const PATH = String.raw`join('/', map(&replace(replace(displayName || '', '\\', '\\\\'), '/', '\\/'), [parents, [@]][]))`;

/**
 * The mail folders, each followed by those inside it. Hidden folders are left out, and Graph's v1.0 tells no sizes. Search
 * folders are listed as folders are, with the messages that they find. https://learn.microsoft.com/graph/api/user-list-mailfolders
 */
export const folders: ReportDefinition = {
  name: 'folders',
  permission: 'Mail.ReadBasic.All',
  request: {
    path: 'mailFolders',
    version: 'v1.0',
    // Pages hold ten folders unless more are asked for.
    query: { $top: '250', $select: 'id,displayName,childFolderCount,totalItemCount,unreadItemCount' },
    children: { path: 'mailFolders/{id}/childFolders', when: 'childFolderCount > `0`' },
  },
  rows: 'value',
  columns: {
    FolderPath: PATH,
    Folder: 'displayName',
    Items: 'totalItemCount',
    UnreadItems: 'unreadItemCount',
    ChildFolders: 'childFolderCount',
    SearchFolder: `"@odata.type" == '#microsoft.graph.mailSearchFolder'`,
  },
  types: {
    FolderPath: TEXT,
    Folder: TEXT,
    Items: WHOLE_NUMBER,
    UnreadItems: WHOLE_NUMBER,
    ChildFolders: WHOLE_NUMBER,
    SearchFolder: TRUTH,
  },
};
