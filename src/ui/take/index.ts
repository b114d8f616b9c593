/** What makes the files that are taken away. */
export { takePicture, takeTable } from './card.ts';
export { takeStudy } from './study.ts';
