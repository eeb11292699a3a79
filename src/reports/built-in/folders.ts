import { TEXT, TRUTH, typedColumns, WHOLE_NUMBER } from './column-types.ts';
import type { GraphReport } from '../definition.ts';

/** Folder names may contain a slash, so it is escaped. */
const PATH = String.raw`join('/', map(&replace(replace(displayName || '', '\\', '\\\\'), '/', '\\/'), [parents, [{ displayName: displayName }]][]))`;

/**
 * The mail folders, each followed by its child folders. Hidden folders are left out, and v1.0 of Graph has no sizes. Search
 * folders are listed like other folders, with the messages that they find. https://learn.microsoft.com/graph/api/user-list-mailfolders
 */
export const folders: GraphReport = {
  name: 'folders',
  answers: 'Which folders there are, and how many items they have',
  unit: 'folder',
  permissions: ['Mail.ReadBasic.All'],
  request: {
    path: 'mailFolders',
    version: 'v1.0',
    // The default page size is 10.
    query: {
      $top: '250',
      $select: 'id,displayName,childFolderCount,totalItemCount,unreadItemCount,isHidden',
      // The count of child folders includes hidden ones, so that a list without them cannot be compared with it.
      includeHiddenFolders: 'true',
    },
    children: { path: 'mailFolders/{id}/childFolders', when: 'childFolderCount > `0`' },
  },
  neverEmpty: true,
  rows: 'value[?isHidden != `true`]',
  members: {
    id: 'value',
    displayName: 'value',
    totalItemCount: 'value',
    unreadItemCount: 'value',
    childFolderCount: 'value',
    // Graph names the type only of search folders.
    '@odata.type': 'optional',
  },
  item: ['FolderPath'],
  row: [],
  ...typedColumns({
    FolderPath: [PATH, TEXT],
    Folder: ['displayName', TEXT],
    Items: ['totalItemCount', WHOLE_NUMBER],
    UnreadItems: ['unreadItemCount', WHOLE_NUMBER],
    ChildFolders: ['childFolderCount', WHOLE_NUMBER],
    SearchFolder: [`"@odata.type" == '#microsoft.graph.mailSearchFolder'`, TRUTH],
  }),
  sentences: {
    FolderPath: 'There is a folder {FolderPath}',
    Folder: 'There is a folder {FolderPath}',
    Items: 'The folder {FolderPath} has {Items} items',
    UnreadItems: 'The folder {FolderPath} has {UnreadItems} unread items',
    ChildFolders: 'The folder {FolderPath} has {ChildFolders} child folders',
    SearchFolder: { true: '{FolderPath} is a search folder', false: '{FolderPath} is not a search folder' },
  },
  // Every new message changes them.
  compare: { ignore: ['Items', 'UnreadItems'] },
};
