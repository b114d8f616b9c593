export { OpenData } from './OpenData.tsx';
export { Talk } from './Talk.tsx';
export { WantsFile } from './WantsFile.tsx';
