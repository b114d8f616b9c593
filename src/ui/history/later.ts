/** What is loaded of the history when the page is at rest, or its list is wanted. */
export { keeper } from './keeper.ts';
export { RecentList } from './RecentList.tsx';
export { rememberStudies } from './remember.ts';
