/** What is loaded of the history when the page is at rest, or its list is wanted. */
export { RecentList } from './RecentList.tsx';
export { keeper } from './recent-store.ts';
export { rememberStudies } from './remember.ts';
